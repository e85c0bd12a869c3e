import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import style from './people.module.css'

interface Found {
  error: unknown
  refetch: () => void
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => void
}

/** A list of people as a table, more of it at a press. */
export function Rows<Row>(props: {
  found: Found
  rows: readonly Row[] | undefined
  head: readonly string[]
  caption: string
  empty: ReactNode
  children: (row: Row) => ReactNode
}) {
  const { found, rows, head, caption, empty, children } = props
  const { t } = useTranslation(['replay', 'common'])
  if (!rows) return found.error ? <Trouble error={found.error} retry={found.refetch} /> : <Loading />
  if (rows.length === 0 && !found.hasNextPage) return empty
  return (
    <>
      <table className={style.table}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(children)}</tbody>
      </table>
      {found.error !== null && <Trouble error={found.error} retry={found.fetchNextPage} />}
      {found.hasNextPage && (
        <p className={style.more}>
          <Button onPress={() => found.fetchNextPage()}>
            {t(found.isFetchingNextPage ? 'common:loading' : 'replay:more')}
          </Button>
        </p>
      )}
    </>
  )
}
