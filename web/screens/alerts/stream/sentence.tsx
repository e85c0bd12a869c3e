import { Link } from 'wouter'
import type { Alert } from '../../../alerts/queries.ts'
import { useAlertSentence } from '../../../alerts/sentence.ts'
import { useSlug } from '../../../session.ts'

/** Who did what; the person and the webinar lead to their screens. */
export function Sentence({ alert }: { alert: Alert }) {
  const slug = useSlug()
  const parts = useAlertSentence()(alert)
  const { person, webinar } = alert
  return (
    <span>
      {parts.map((part, index) => {
        if (part.is === 'words') return part.text
        const to = part.is === 'who' ? `people/${person.id}` : `webinars/${webinar?.id}`
        return (
          <Link key={index} href={`/w/${slug}/${to}`} data-is={part.is}>
            <bdi>{part.name}</bdi>
          </Link>
        )
      })}
    </span>
  )
}
