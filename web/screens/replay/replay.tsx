import type { WebinarRow } from '../../../src/http/workspace/webinars.ts'
import { WebinarFrame } from '../webinar/webinar-frame.tsx'
import { People } from './people.tsx'
import { Recording } from './recording.tsx'
import style from './replay.module.css'
import { ReplayFunnel } from './replay-funnel.tsx'

/** On demand: where the recording plays, which no-shows came back by it, and what everybody watched. */
export default function Replay({ id }: { id: string }) {
  return (
    <WebinarFrame id={id} here="replay">
      {({ webinar }) => <OnDemand webinar={webinar} />}
    </WebinarFrame>
  )
}

function OnDemand({ webinar }: { webinar: WebinarRow }) {
  const { id } = webinar
  return (
    <div className={style.columns}>
      <aside className={style.beside}>
        <Recording id={id} />
        <ReplayFunnel id={id} />
      </aside>
      <People webinar={webinar} />
    </div>
  )
}
