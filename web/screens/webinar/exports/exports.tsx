import { useQuery } from '@tanstack/react-query'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { WebinarRow } from '../../../../src/http/workspace/webinars.ts'
import { buttonLink } from '../../../parts/button.tsx'
import { useMay } from '../../../rights.ts'
import { useSlug } from '../../../session.ts'
import { useApi } from '../../../workspace-api.ts'
import { filtersOf, isFiltered } from '../ranking/filters.ts'
import style from './exports.module.css'
import { ListSection } from './list-section.tsx'
import { NoShowsSection } from './no-shows-section.tsx'
import { few, hotQuery, outlookQuery } from './queries.ts'

/** The list as a file: all the hot at one press; by a menu the others, for spreadsheets and for CRMs. */
export function Exports({ webinar }: { webinar: WebinarRow }) {
  const { t } = useTranslation('webinar')
  const mayExport = useMay('export')
  const [params] = useSearchParams()
  const filters = filtersOf(params)
  const hot: Record<string, string> = { ...(filters.sort && { sort: filters.sort }), temperature: 'hot' }
  if (!mayExport)
    return (
      <AriaButton className={buttonLink()} isDisabled>
        {t('export.notYou')}
      </AriaButton>
    )
  return (
    <div className={style.exports}>
      <HotFile id={webinar.id} filters={hot} />
      <MenuTrigger>
        <AriaButton className={`${buttonLink({ go: true })} ${style.more}`} aria-label={t('export.more')}>
          <span className={style.arrow} aria-hidden="true" />
        </AriaButton>
        <Popover placement="bottom end" className={style.popover ?? ''}>
          <Menu className={style.menu ?? ''}>
            <ListSection id={webinar.id} of="hot" filters={hot} />
            <ListSection id={webinar.id} of={isFiltered(filters) ? 'list' : 'all'} filters={{ ...filters }} />
            <NoShowsSection webinar={webinar} />
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}

/** Where it would be empty it says so, instead of a download that fails. */
function HotFile({ id, filters }: { id: string; filters: Record<string, string> }) {
  const { t } = useTranslation('webinar')
  const api = useApi()
  const slug = useSlug()
  const { data: hot } = useQuery(hotQuery(api, slug, id))
  const isFew = typeof hot === 'number' && hot > 0 && hot <= few
  const { data: outlook } = useQuery({ ...outlookQuery(api, slug, id, filters), enabled: isFew })
  const look = `${buttonLink({ go: true })} ${style.first}`
  if (hot === 0 || outlook?.people === 0)
    return (
      <AriaButton className={look} isDisabled>
        {t(hot === 0 ? 'export.noneHot' : 'export.nobody')}
      </AriaButton>
    )
  return (
    <a
      className={look}
      href={api.address(`webinars/${id}/ranking.csv`, { ...filters, profile: 'spreadsheet' })}
      download
    >
      {t('export.hot')}
    </a>
  )
}
