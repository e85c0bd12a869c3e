import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Copy } from '../../../parts/copy.tsx'
import { Field } from '../../../parts/field.tsx'
import { Form, useRefused } from '../../../parts/form.tsx'
import { useApi } from '../../../workspace-api.ts'
import style from '../team.module.css'

const scopes = ['read', 'write', 'manage'] as const
type Scope = (typeof scopes)[number]

/** A name and scopes in, the key out, which is shown once; with it a call to begin with. */
export function MakeKey({ made }: { made: () => Promise<void> }) {
  const { t } = useTranslation('team')
  const api = useApi()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Scope[]>(['read'])
  const [shown, setShown] = useState<{ name: string; apiKey: string } | null>(null)

  async function make() {
    const json = { name: name.trim(), scopes: [...chosen] }
    const { key, apiKey } = await (await api.apiKeys.$post({ json })).json()
    setShown({ name: key.name, apiKey })
    setName('')
    await made()
  }

  return (
    <div className={style.halves}>
      <Form go={t('keys.make')} send={make}>
        <Field
          name="name"
          label={t('keys.name')}
          hint={t('keys.nameHint')}
          autoComplete="off"
          isRequired
          value={name}
          onChange={setName}
        />
        <Scopes chosen={chosen} choose={setChosen} />
      </Form>
      <div role="status">{shown && <Made {...shown} />}</div>
    </div>
  )
}

function Scopes({ chosen, choose }: { chosen: readonly Scope[]; choose: (scopes: readonly Scope[]) => void }) {
  const { t } = useTranslation('team')
  const refused = useRefused('scopes')
  return (
    <fieldset className={style.scopes}>
      <legend>{t('keys.scopes')}</legend>
      {scopes.map((scope) => (
        <label key={scope}>
          <input
            type="checkbox"
            name="scopes"
            checked={chosen.includes(scope)}
            onChange={({ target }) =>
              choose(scopes.filter((each) => (each === scope ? target.checked : chosen.includes(each))))
            }
          />
          <span>{t(`keys.scope.${scope}`)}</span>
        </label>
      ))}
      {refused && <p className={style.refused}>{t('keys.noScope')}</p>}
    </fieldset>
  )
}

function Made({ name, apiKey }: { name: string; apiKey: string }) {
  const { t } = useTranslation('team')
  const call = `curl ${window.location.origin}/api/v1/webinars \\\n  -H 'Authorization: Bearer ${apiKey}'`
  return (
    <div className={style.told}>
      <h3>{t('keys.made', { name: `\u2068${name}\u2069` })}</h3>
      <code dir="ltr">{apiKey}</code>
      <div>
        <Copy text={apiKey} words={t('keys.copy')} />
      </div>
      <p className={style.note}>{t('keys.once')}</p>
      <p>{t('keys.next')}</p>
      <pre dir="ltr">{call}</pre>
      <div className={style.ways}>
        <Copy text={call} words={t('keys.copyCall')} />
        <a href="/docs">{t('keys.docs')}</a>
      </div>
    </div>
  )
}
