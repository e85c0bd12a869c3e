import { Link } from 'wouter'
import { useSlug } from '../../session.ts'
import { useAlarmWords } from '../alarm-words.ts'
import type { Alarm } from '../queries.ts'
import style from './mark.module.css'

/** Beside the name of a webinar: its source is silent. */
export default function Mark({ alarm }: { alarm: Alarm }) {
  const slug = useSlug()
  const words = useAlarmWords()
  return (
    <Link href={`/w/${slug}/sources`} className={style.mark}>
      {words(alarm).short}
    </Link>
  )
}
