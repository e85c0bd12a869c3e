import { useQuery } from '@tanstack/react-query'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { buttonLink } from '../../parts/button.tsx'
import style from '../../parts/export/exports.module.css'
import { type Format, fileOf } from '../../parts/export/formats.ts'
import { ListSection } from '../../parts/export/list-section.tsx'
import { useMay } from '../../rights.ts'
import { useSlug } from '../../session.ts'
import { useApi } from '../../workspace-api.ts'
import type { Filters } from './filters.ts'
import { outlookQuery } from './queries.ts'

/** The list as a file, in the words of every export. `segment`: whose name the file gets. */
export function Exports({ filters, segment }: { filters: Filters; segment: string | null }) {
  const { t } = useTranslation(['people', 'webinar'])
  if (!useMay('export'))
    return (
      <AriaButton className={buttonLink()} isDisabled>
        {t('webinar:export.notYou')}
      </AriaButton>
    )
  return (
    <MenuTrigger>
      <AriaButton className={buttonLink({ go: true })}>{t('export')}</AriaButton>
      <Popover placement="bottom end" className={style.popover ?? ''}>
        <Menu className={style.menu ?? ''} aria-label={t('export')}>
          <Section filters={filters} segment={segment} />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Section({ filters, segment }: { filters: Filters; segment: string | null }) {
  const { i18n } = useTranslation('people')
  const api = useApi()
  const { data: outlook } = useQuery(outlookQuery(api, useSlug(), filters))
  const of = Object.keys(filters).length > 0 ? 'list' : 'all'
  return <ListSection of={of} outlook={outlook} addressOf={addressOf} />

  function addressOf(as: Format): string {
    const [file, query] = fileOf('people', as, segment ? {} : { ...filters }, i18n.language)
    return api.address(segment ? `segments/${segment}/${file}` : file, query)
  }
}
