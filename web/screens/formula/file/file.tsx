import { useState } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import type { Model } from '../../../../src/domain/model.ts'
import { Problem } from '../../../api.ts'
import { Button, buttonLink } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { useApi } from '../../../workspace-api.ts'
import { useFormula } from '../formula-state.ts'
import style from './file.module.css'
import { shortText, withLists } from './short-text.ts'

/** The whole formula as text: out, in, and changed in place. */
export default function File() {
  const { t } = useTranslation('formula')
  const api = useApi()
  const { draft, inForce, mayEdit } = useFormula()
  const path = draft ? 'model/draft/file' : `model/versions/${inForce.version}/file`
  return (
    <Card
      title={t('file.title')}
      aside={
        <a className={buttonLink()} href={api.address(path)} download>
          {t('file.download')}
        </a>
      }
    >
      <p className={style.means}>{t('file.means')}</p>
      {mayEdit ? <Text /> : <ReadOnly />}
    </Card>
  )
}

function Text() {
  const { t } = useTranslation('formula')
  const { model, change, saving } = useFormula()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const stored = shortText(model)

  function save(text: string) {
    try {
      const read: Partial<Model> = JSON.parse(text)
      setWrong(null)
      change((now) => withLists(read, now))
      setTyped(null)
    } catch (error) {
      setWrong(t('file.notJson', { why: (error as Error).message }))
    }
  }
  async function take(file: globalThis.File | undefined) {
    if (!file) return
    save(await file.text())
  }

  return (
    <DropZone
      className={style.drop ?? ''}
      aria-label={t('file.drop')}
      onDrop={async ({ items }) => {
        const [item] = items
        if (item?.kind === 'file') await take(await item.getFile())
      }}
    >
      <textarea
        className={style.text}
        dir="ltr"
        spellCheck={false}
        aria-label={t('file.text')}
        aria-invalid={wrong !== null || undefined}
        value={typed ?? stored}
        onChange={({ target }) => setTyped(target.value)}
      />
      {wrong && (
        <p role="alert" className={style.wrong}>
          <bdi>{wrong}</bdi>
        </p>
      )}
      <Problems saving={saving} />
      <div className={style.ways}>
        <Button go isDisabled={typed === null || typed === stored} onPress={() => save(typed ?? stored)}>
          {t('file.save')}
        </Button>
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(list) => take(list?.[0])}>
          <Button>{t('file.upload')}</Button>
        </FileTrigger>
        <span>{t('file.drop')}</span>
      </div>
    </DropZone>
  )
}

/** All places that the server found wrong; the first one stands in its words already. */
function Problems({ saving }: { saving: ReturnType<typeof useFormula>['saving'] }) {
  const { t } = useTranslation('formula')
  if (saving?.state !== 'refused' || !(saving.error instanceof Problem)) return null
  const { problems } = saving.error.members
  if (!Array.isArray(problems) || problems.length < 2) return null
  return (
    <details className={style.problems}>
      <summary>{t('file.problems')}</summary>
      <ul>
        {problems.map(({ field, message }: { field: string; message: string }) => (
          <li key={field} dir="ltr">
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
    </details>
  )
}

function ReadOnly() {
  const { t } = useTranslation('formula')
  const { model } = useFormula()
  return (
    <>
      <textarea className={style.text} dir="ltr" readOnly aria-label={t('file.text')} value={shortText(model)} />
      <p className={style.means}>{t('file.readOnly')}</p>
    </>
  )
}
