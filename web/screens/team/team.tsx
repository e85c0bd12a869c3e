import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonLink } from '../../parts/button.tsx'
import { Loading } from '../../parts/loading.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useMay } from '../../rights.ts'
import { useSlug } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { Invite } from './invite.tsx'
import { KeysCard } from './keys/keys-card.tsx'
import { MembersCard } from './members-card.tsx'
import { type Member, useTeam } from './queries.ts'
import style from './team.module.css'
import { useTeamChanges } from './use-team-changes.ts'

/** Who may come in: people by invitation, programs by key. */
export default function Team() {
  const { t } = useTranslation('team')
  const slug = useSlug()
  const mayManage = useMay('manage')
  const { data, error, refetch } = useTeam()
  useTitle(t('title'))
  return (
    <div className={style.screen}>
      <div className={style.head}>
        <h1>{t('title')}</h1>
        {mayManage && (
          <Link href={`/w/${slug}/log`} className={buttonLink()}>
            {t('toLog')}
          </Link>
        )}
      </div>
      {error && !data && <Trouble error={error} retry={refetch} />}
      {!data && !error && <Loading />}
      {data && (mayManage ? <ForOwner members={data} /> : <ForOthers members={data} />)}
    </div>
  )
}

function ForOwner({ members }: { members: readonly Member[] }) {
  const changes = useTeamChanges()
  return (
    <>
      <MembersCard members={members} changes={changes} />
      <Invite changes={changes} />
      <KeysCard />
    </>
  )
}

function ForOthers({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation('team')
  return (
    <>
      <p className={style.note}>{t('ownerOnly')}</p>
      <MembersCard members={members} changes={null} />
    </>
  )
}
