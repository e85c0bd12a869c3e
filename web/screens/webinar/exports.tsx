import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { buttonLink } from '../../parts/button.tsx'
import { useApi } from '../../workspace-api.ts'
import style from './exports.module.css'
import { filtersOf, isFiltered } from './ranking/filters.ts'

const choices = [
  { key: 'hotOfList', narrowed: true, hot: true, profile: 'spreadsheet' },
  { key: 'list', narrowed: true, hot: false, profile: 'spreadsheet' },
  { key: 'listForCrm', narrowed: true, hot: false, profile: 'crm' },
  { key: 'all', narrowed: false, hot: false, profile: 'spreadsheet' },
  { key: 'hotForCrm', narrowed: false, hot: true, profile: 'crm' },
  { key: 'allForCrm', narrowed: false, hot: false, profile: 'crm' },
] as const

/** The list as a file: all the hot at one press, by a menu the others, and the list as the screen narrows it down. */
export function Exports({ id }: { id: string }) {
  const { t } = useTranslation('webinar')
  const api = useApi()
  const [params] = useSearchParams()
  const filters = filtersOf(params)
  const order: Record<string, string> = filters.sort ? { sort: filters.sort } : {}
  const address = ({ narrowed, hot, profile }: { narrowed: boolean; hot: boolean; profile: string }) =>
    api.address(`webinars/${id}/ranking.csv`, {
      ...(narrowed ? filters : order),
      ...(hot && { temperature: 'hot' }),
      profile,
    })
  const offered = choices.filter(
    ({ narrowed, hot }) => !narrowed || (isFiltered(filters) && !(hot && filters.temperature)),
  )
  return (
    <div className={style.exports}>
      <a
        className={`${buttonLink({ go: true })} ${style.first}`}
        href={address({ narrowed: false, hot: true, profile: 'spreadsheet' })}
        download
      >
        {t('export.hot')}
      </a>
      <MenuTrigger>
        <AriaButton className={`${buttonLink({ go: true })} ${style.more}`} aria-label={t('export.more')}>
          <span className={style.arrow} aria-hidden="true" />
        </AriaButton>
        <Popover placement="bottom end" className={style.popover ?? ''}>
          <Menu className={style.menu ?? ''}>
            {offered.map((choice) => (
              <MenuItem key={choice.key} id={choice.key} href={address(choice)} download className={style.item ?? ''}>
                {t(`export.${choice.key}`)}
                <small>{t(`export.${choice.key}Means`)}</small>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  )
}
