import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api.ts'
import { Button } from '../../parts/button.tsx'
import { Choice as Select } from '../../parts/choice.tsx'
import { kinds, useKindName } from '../../parts/kind-name.ts'
import { saidBy, Words } from '../../parts/words.tsx'
import { zoneOption } from '../../parts/zone-option.ts'
import { useSlug } from '../../session.ts'
import { workspaceQuery } from '../../workspace.ts'
import { useApi } from '../../workspace-api.ts'
import style from './import.module.css'
import type { Choice } from './imports.ts'
import { WebinarChoice } from './webinar-choice.tsx'

export interface Choosing {
  choice: Choice
  choose: (choice: Choice) => void
}

/** In which zone the times of a file are read, which webinar it is about and of what kind. The file is read anew for each. */
export function FileChoices({ choice, choose }: Choosing) {
  const { t } = useTranslation('import')
  const kindName = useKindName()
  const zones = useZones()
  return (
    <div className={style.choices}>
      {choice.webinar !== null && (
        <div className={style.wide}>
          <WebinarChoice webinar={choice.webinar} onChange={(webinar) => choose({ ...choice, webinar })} />
        </div>
      )}
      <Select
        label={t('timezone')}
        hint={t('timezoneHint')}
        value={choice.timezone ?? zones[0]!}
        options={zones.map(zoneOption)}
        onChange={(timezone) => choose({ ...choice, timezone })}
      />
      <Select
        label={t('webinarKind')}
        value={choice.webinarKind ?? ''}
        options={[['', t('asItIs')], ...kinds.map((kind) => [kind, kindName(kind)] as const)]}
        onChange={(kind) => choose({ ...choice, webinarKind: kind || null })}
      />
    </div>
  )
}

/** The file does not say in which zone its times are, nor do they tell: most likely it is ours. */
export function ZoneQuestion({ choice, choose, error }: Choosing & { error: Problem }) {
  const { t } = useTranslation('import')
  const zones = useZones()
  const [timezone, setTimezone] = useState<string | null>(null)
  const chosen = timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className={style.question}>
      <p>{error.members.key === 'file.whichZone' ? t('asksZone') : <Words said={saidBy(error)} />}</p>
      <Select label={t('timezone')} value={chosen} options={zones.map(zoneOption)} onChange={setTimezone} />
      <p>
        <Button go onPress={() => choose({ ...choice, timezone: chosen })}>
          {t('readInZone')}
        </Button>
      </p>
    </div>
  )
}

/** All zones, those that are likely first: the workspace's, then the one this browser is in. */
function useZones(): string[] {
  const { data } = useQuery(workspaceQuery(useApi(), useSlug()))
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([data?.timezone ?? here, here, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}
