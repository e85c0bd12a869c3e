import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EXPORT_PROFILES, type ExportProfile } from '../../../../src/domain/export-profile.ts'
import type { ChannelAnswer } from '../../../../src/http/workspace/channels.ts'
import type { ScheduleShown } from '../../../../src/http/workspace/schedule-shape.ts'
import { Box } from '../../../parts/box.tsx'
import { Choice } from '../../../parts/choice.tsx'
import { Field } from '../../../parts/field.tsx'
import { Form } from '../../../parts/form.tsx'
import type { Named } from '../named.ts'
import { type NewSchedule, useScheduleCalls } from './queries.ts'
import style from './regular.module.css'
import { emptyTiming, rhythmOf, TimingFields, timingOf } from './timing-fields.tsx'

type FileKind = 'xlsx' | 'xlsxHe' | `csv.${ExportProfile}`

const kinds: readonly FileKind[] = ['xlsx', 'xlsxHe', ...EXPORT_PROFILES.map((each) => `csv.${each}` as const)]

/** Of what something that is sent can be chosen. */
export interface Choices {
  segments: readonly Named[]
  channels: readonly ChannelAnswer[]
}

/** Asks what is to be sent, when and by which channel. `schedule`: what is to be changed; without it `chosen` is suggested. */
export function ScheduleBox(props: Choices & { schedule?: ScheduleShown; chosen?: string }) {
  const { segments, channels, schedule, chosen = '' } = props
  const { t, i18n } = useTranslation('people')
  const calls = useScheduleCalls()
  const [name, setName] = useState(schedule?.name ?? segments.find(({ key }) => key === chosen)?.name ?? '')
  const [segment, setSegment] = useState(schedule ? (schedule.segment ?? '') : chosen)
  const [kind, setKind] = useState(schedule ? kindOf(schedule.file) : i18n.language === 'he' ? 'xlsxHe' : 'xlsx')
  const [unsubscribed, setUnsubscribed] = useState<'without' | 'with'>(schedule?.unsubscribed ? 'with' : 'without')
  const [timing, setTiming] = useState(schedule ? timingOf(schedule.when) : emptyTiming)
  const [channel, setChannel] = useState(schedule?.channel ?? channels[0]?.id ?? '')
  return (
    <Box title={t(schedule ? 'regular.changeTitle' : 'regular.newTitle')}>
      {(close) => (
        <Form
          go={t(schedule ? 'regular.changeGo' : 'regular.go')}
          cancel={close}
          send={async () => {
            const of = { name, segment: segment || null, file: fileOf(kind), channel, when: rhythmOf(timing) }
            const given = { ...of, unsubscribed: unsubscribed === 'with' }
            await (schedule ? calls.change(schedule.id, given) : calls.add(given))
            close()
          }}
        >
          <Field
            name="name"
            label={t('regular.name')}
            hint={t('regular.nameHint')}
            value={name}
            onChange={setName}
            maxLength={100}
            isRequired
            autoFocus
          />
          <div className={style.pair}>
            <Choice
              label={t('regular.who')}
              value={segment}
              options={[['', t('regular.everybody')], ...segments.map(({ key, name }) => [key, name] as const)]}
              onChange={setSegment}
            />
            <Choice
              label={t('regular.channel')}
              value={channel}
              options={channels.map(({ id, name }) => [id, name] as const)}
              onChange={setChannel}
            />
            <Choice
              label={t('regular.file')}
              value={kind}
              options={kinds.map((each) => [each, t(`regular.${each}`)] as const)}
              onChange={setKind}
            />
            <Choice
              label={t('regular.unsubscribed')}
              value={unsubscribed}
              options={[
                ['without', t('regular.without')],
                ['with', t('regular.with')],
              ]}
              onChange={setUnsubscribed}
            />
            <TimingFields timing={timing} onChange={setTiming} />
          </div>
          <p className={style.soft}>{t('regular.means')}</p>
        </Form>
      )}
    </Box>
  )
}

/** What is made of the list, as a name. */
export function kindOf(file: NewSchedule['file']): FileKind {
  if (file.format === 'csv') return `csv.${file.profile}`
  return file.lang === 'he' ? 'xlsxHe' : 'xlsx'
}

function fileOf(kind: FileKind): NewSchedule['file'] {
  if (kind === 'xlsx' || kind === 'xlsxHe') return { format: 'xlsx', lang: kind === 'xlsx' ? 'en' : 'he' }
  return { format: 'csv', profile: kind.slice('csv.'.length) as ExportProfile }
}
