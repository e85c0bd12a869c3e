import { useTranslation } from 'react-i18next'
import { EVENT_TYPES, type EventType } from '../../../../src/domain/alert/event.ts'
import type { ChannelKind } from '../../../../src/domain/alert/kind.ts'
import { type Language, languages } from '../../../language.ts'
import { Choice } from '../../../parts/choice.tsx'
import { Field } from '../../../parts/field.tsx'
import { Tick } from '../rules/tick.tsx'
import style from './channels.module.css'

export interface ChannelFields {
  name: string
  address: string
  language: Language
  events: EventType[]
}

/** What is said of a channel. The address of one that stands is not shown again: left empty, it stays. */
export function Fields(props: {
  kind: ChannelKind
  fields: ChannelFields
  isNew?: boolean
  change: (changed: Partial<ChannelFields>) => void
}) {
  const { kind, fields, isNew = false, change } = props
  const { t } = useTranslation('channels')
  const turned = (event: EventType, isOn: boolean) =>
    isOn ? [...fields.events, event] : fields.events.filter((each) => each !== event)
  return (
    <>
      <Field
        name="name"
        label={t('name')}
        hint={t(`nameHint.${kind}`)}
        isRequired
        maxLength={100}
        value={fields.name}
        onChange={(name) => change({ name })}
      />
      <Field
        name="address"
        label={t(`address.${kind === 'mail' ? 'mail' : 'web'}`)}
        hint={isNew ? t(`addressHint.${kind}`) : t('addressStays')}
        isRequired={isNew}
        autoComplete="off"
        value={fields.address}
        onChange={(address) => change({ address })}
      />
      <Choice
        name="language"
        label={t('language')}
        value={fields.language}
        options={Object.entries(languages) as [Language, string][]}
        onChange={(language) => change({ language })}
      />
      {kind === 'webhook' && (
        <fieldset className={style.events}>
          <legend>{t('events')}</legend>
          {EVENT_TYPES.map((event) => (
            <Tick
              key={event}
              isOn={fields.events.includes(event)}
              onChange={(isOn) => change({ events: turned(event, isOn) })}
            >
              <code dir="ltr">{event}</code> <small>{t(`event.${keyOf(event)}`)}</small>
            </Tick>
          ))}
        </fieldset>
      )}
    </>
  )
}

/** A dot would part a key of the texts. */
function keyOf<Event extends EventType>(event: Event) {
  return event.replace('.', '_') as Event extends `${infer Of}.${infer What}` ? `${Of}_${What}` : never
}
