import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useApi } from '../../../workspace-api.ts'
import style from './channels.module.css'
import { useAct } from './use-act.ts'

type Tested = { outcome: 'sent' | 'later' | 'refused' | 'gone'; answer: string }

/** Sends a test and says what came of it. */
export function Test({ id }: { id: string }) {
  const { t } = useTranslation('channels')
  const api = useApi()
  const { act, error, isBusy } = useAct()
  const [tested, setTested] = useState<Tested | null>(null)

  async function test() {
    setTested(null)
    setTested(await act(async () => (await api.channels[':id'].test.$post({ param: { id } })).json()))
  }

  return (
    <>
      <Button isDisabled={isBusy} onPress={test}>
        {t(isBusy ? 'testing' : 'test')}
      </Button>
      <p className={style.tested} role="status" data-outcome={tested?.outcome}>
        {tested && (
          <>
            {t(`tested.${tested.outcome}`)} {tested.answer && <bdi>{tested.answer}</bdi>}
          </>
        )}
      </p>
      {error !== null && <Trouble error={error} />}
    </>
  )
}
