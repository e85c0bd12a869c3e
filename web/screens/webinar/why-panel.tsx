import { useCallback, useEffect, useId, useRef } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import style from './why.module.css'
import { Why } from './why.tsx'

interface Opened {
  webinar: string
  person: string
  close: () => void
}

/** The ledger in the column beside the ranking. Escape closes it. */
export function WhyPanel(props: Opened) {
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  const { close } = props
  const leave = useCallback(() => {
    if (panel.current?.contains(document.activeElement)) backToList()
    close()
  }, [close])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) leave()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [leave])
  return (
    <section className={style.panel} aria-labelledby={id} ref={panel}>
      <Why {...props} titleId={id} close={leave} />
    </section>
  )
}

/** Who read the ledger goes on where the list was left. */
function backToList(): void {
  document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]')?.focus()
}

/** The same where there is no room for a column: over the ranking. */
export function WhySheet(props: Opened) {
  const id = useId()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && props.close()}
      className={style.behind ?? ''}
    >
      <Modal className={style.sheet ?? ''}>
        <Dialog aria-labelledby={id} className={style.dialog ?? ''}>
          <Why {...props} titleId={id} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
