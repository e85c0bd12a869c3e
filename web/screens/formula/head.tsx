import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { Pill } from '../../parts/pill.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { useSlug } from '../../session.ts'
import { useWhen } from '../../when.ts'
import style from './formula.module.css'
import { useFormula } from './formula-state.ts'
import { type View, views } from './views.ts'

/** What is in force, what is being made of it, and the way through. */
export function Head({ view }: { view: View }) {
  const { t } = useTranslation('formula')
  const counted = useCounted()
  const slug = useSlug()
  const { draft, changes, inForce, saving } = useFormula()
  return (
    <header className={style.head}>
      <div className={style.title}>
        <h1>{t('title')}</h1>
        <Pill>{t('inForce', { version: inForce.version })}</Pill>
        {(draft || saving) && <Pill>{t('draft.changes', counted(changes.length))}</Pill>}
        <span role="status" className={style.saving}>
          {saving?.state === 'saving' && t('saving')}
          {saving?.state === 'saved' && t('saved')}
        </span>
      </div>
      <p className={style.where}>
        <Where />
      </p>
      <Tabs
        label={t('steps')}
        tabs={views.map((each) => ({
          href: `/w/${slug}/formula${each === 'rules' ? '' : `/${each}`}`,
          name: t(`view.${each}`),
          isHere: each === view,
        }))}
      />
    </header>
  )
}

/** Where the formula stands, in one sentence, and what to do next. */
function Where() {
  const { t } = useTranslation('formula')
  const when = useWhen()
  const { draft, inForce, mayEdit } = useFormula()
  if (draft) {
    const { marketing, sales } = draft.signed
    const next = marketing && sales ? 'publish' : marketing || sales ? 'signOther' : 'sign'
    return (
      <>
        {t('draft.by')} <bdi>{draft.updatedBy ?? t('draft.somebody')}</bdi>, {when.dayAndTime(draft.updatedAt)}.{' '}
        {t(`next.${next}`)}
      </>
    )
  }
  const since = t('since', { when: when.dayAndTime(inForce.publishedAt) })
  return `${since} ${t(mayEdit ? 'next.begin' : 'next.look')}`
}
