import { useTranslation } from 'react-i18next'

/** An amount in whole units of its currency; where nobody said which, or it is none that is known, as a number. */
export function moneyIn(language: string): (value: number, currency: string | null) => string {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  return (value, currency) => {
    if (currency === null) return plain.format(value)
    if (!/^[A-Z]{3}$/.test(currency)) return `${plain.format(value)} ${currency}`
    const options = { style: 'currency', currency, maximumFractionDigits: 0 } as const
    return new Intl.NumberFormat(language, options).format(value)
  }
}

export function useMoney() {
  return moneyIn(useTranslation().i18n.language)
}
