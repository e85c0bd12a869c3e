import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounted } from '../../counted.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useApi } from '../../workspace-api.ts'
import style from './people.module.css'
import { noShowsPage } from './queries.ts'

/** More than that is for a file. */
const most = 2_000
const atATime = 200

/** All addresses with their links, a line each, into the clipboard. */
export function CopyAll({ id, all }: { id: string; all: boolean }) {
  const { t } = useTranslation('replay')
  const counted = useCounted()
  const api = useApi()
  const [state, setState] = useState<{ copied: number; busy: boolean; more: boolean } | null>(null)
  const [error, setError] = useState<unknown>(null)

  async function copy() {
    setError(null)
    try {
      const lines: string[] = []
      let cursor: string | null = ''
      do {
        setState({ copied: lines.length, busy: true, more: false })
        const page: Awaited<ReturnType<typeof noShowsPage>> = await noShowsPage(api, id, {
          all,
          cursor,
          limit: atATime,
        })
        lines.push(...page.items.map(({ person, link }) => `${person.email ?? person.name ?? ''}\t${link ?? ''}`))
        cursor = page.nextCursor
      } while (cursor !== null && lines.length < most)
      await navigator.clipboard.writeText(lines.join('\n'))
      setState({ copied: lines.length, busy: false, more: cursor !== null })
    } catch (caught) {
      setState(null)
      setError(caught)
    }
  }

  const words = state && (state.busy ? 'noShows.copying' : state.more ? 'noShows.copiedSome' : 'noShows.copied')
  return (
    <span className={style.copyAll}>
      <Button isDisabled={state?.busy ?? false} onPress={copy}>
        {t('noShows.copyAll')}
      </Button>
      <span role="status">{words && t(words, counted(state.copied))}</span>
      {error !== null && <Trouble error={error} />}
    </span>
  )
}
