import { useQuery } from '@tanstack/react-query'
import { Header } from 'react-aria-components/Header'
import { MenuItem, MenuSection } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import style from './exports.module.css'
import { fileOf, formats } from './formats.ts'
import { outlookQuery } from './queries.ts'
import { useOutlookWords } from './use-outlook-words.ts'

/** One list in every format; what would be empty cannot be chosen, and why is said above. */
export function ListSection(props: { id: string; of: 'hot' | 'list' | 'all'; filters: Record<string, string> }) {
  const { id, of, filters } = props
  const { t, i18n } = useTranslation('webinar')
  const api = useApi()
  const { data: outlook } = useQuery(outlookQuery(api, useSlug(), id, filters))
  const wordsOf = useOutlookWords()
  // That nobody is hot is said in these words, and not as a filter that somebody set.
  const noneHot = of === 'hot' && outlook?.people === 0 && outlook.wantNoMail === 0
  return (
    <MenuSection className={style.section ?? ''}>
      <Header className={style.header ?? ''}>
        {t(`export.of.${of}`)}
        <small>{noneHot ? t('export.noneHot') : wordsOf(outlook)}</small>
      </Header>
      {formats.map(({ as, crm }) => (
        <MenuItem
          key={as}
          id={`${of}-${as}`}
          href={fileAddress(as)}
          download
          className={style.item ?? ''}
          isDisabled={outlook !== undefined && (crm ? outlook.forCrm : outlook.people) === 0}
        >
          {t(`export.as.${as}`)}
        </MenuItem>
      ))}
    </MenuSection>
  )

  function fileAddress(as: (typeof formats)[number]['as']): string {
    const [file, query] = fileOf(as, filters, i18n.language)
    return api.address(`webinars/${id}/${file}`, query)
  }
}
