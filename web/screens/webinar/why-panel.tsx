import { useEffect, useId } from 'react'
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
  const { close } = props
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [close])
  return (
    <section className={style.panel} aria-labelledby={id}>
      <Why {...props} titleId={id} />
    </section>
  )
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
