import { useEffect } from 'react'

/** Asks before anything leads away from the screen while `isBusy`: a link, the way back, a closed tab. */
export function useLeaveGuard(isBusy: boolean, question: string): void {
  useEffect(() => {
    if (!isBusy) return
    const takeBack = guardWayBack(question)
    window.addEventListener('beforeunload', keep)
    document.addEventListener('click', onClick, true)
    return () => {
      takeBack()
      window.removeEventListener('beforeunload', keep)
      document.removeEventListener('click', onClick, true)
    }

    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!link || staysHere(link as HTMLAnchorElement) || window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
  }, [isBusy, question])
}

function keep(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** A jump within the screen, or a link that opens elsewhere, leaves nothing. */
function staysHere({ href, target, download }: HTMLAnchorElement): boolean {
  return target === '_blank' || download !== '' || href.split('#')[0] === window.location.href.split('#')[0]
}

const step = { asks: true }

/** A step back cannot be stopped, so there is one more of it to take: the first leads to the same screen, and asks. */
function guardWayBack(question: string): () => void {
  const isOnStep = () => window.history.state?.asks === true
  const addStep = () => window.history.pushState(step, '')
  function onBack() {
    if (isOnStep()) return
    if (!window.confirm(question)) return addStep()
    window.removeEventListener('popstate', onBack)
    window.history.back()
  }
  addStep()
  window.addEventListener('popstate', onBack)
  return () => {
    window.removeEventListener('popstate', onBack)
    if (isOnStep()) window.history.back()
  }
}
