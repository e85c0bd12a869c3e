import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { buttonLink } from '../../parts/button.tsx'
import { useApi } from '../../workspace-api.ts'
import style from './exports.module.css'
import { filtersOf } from './ranking/filters.ts'

const choices = [
  { key: 'hotForCrm', hot: true, profile: 'crm' },
  { key: 'all', hot: false, profile: 'spreadsheet' },
  { key: 'allForCrm', hot: false, profile: 'crm' },
] as const

/** The list as a file, narrowed down as the screen is: the hot at one press, the others by a menu. */
export function Exports({ id }: { id: string }) {
  const { t } = useTranslation('webinar')
  const api = useApi()
  const [params] = useSearchParams()
  const filters = filtersOf(params)
  const address = ({ hot, profile }: { hot: boolean; profile: string }) =>
    api.address(`webinars/${id}/ranking.csv`, { ...filters, ...(hot && { temperature: 'hot' }), profile })
  return (
    <div className={style.exports}>
      <a
        className={`${buttonLink({ go: true })} ${style.first}`}
        href={address({ hot: true, profile: 'spreadsheet' })}
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
            {choices.map((choice) => (
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
