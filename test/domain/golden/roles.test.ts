import { describe, expect, it } from 'vitest'
import { parseModel } from '../../../src/domain/model.ts'
import { rolesOf } from '../../../src/domain/role.ts'
import { TEMPLATES } from '../../../src/domain/templates.ts'

const roleOf = rolesOf(parseModel(TEMPLATES['b2b-it']).roles)

const titles: Record<string, string[]> = {
  it_decision_maker: [
    'CISO',
    'ciso',
    'Chief Information Security Officer',
    'C.I.S.O.',
    'Head of IT',
    'Global Head of Information Security & Risk',
    'IT-Manager',
    'VP Security',
    'CIO / CTO',
    'מנמ״ר',
    'מנמ"ר',
    'סמנכ״ל טכנולוגיות',
    'מנהל אבטחת מידע',
    'מנהלת אבטחת מידע ארצית',
    'מנהל IT',
    'Директор по информационной безопасности',
    'ИТ-директор',
    'Руководитель отдела информационной безопасности',
    'Технический директор',
  ],
  senior_management: [
    'CEO',
    'Founder & CEO',
    'Co-Founder',
    'Vice President Sales',
    'Managing Director',
    'מנכ״ל',
    'מנכ״לית',
    'סמנכ״לית שיווק',
    'Генеральный директор',
    'Коммерческий директор',
    'Основатель',
  ],
  influencer: [
    'Systems Engineer',
    'Project Manager',
    'Security Analyst',
    'מהנדסת תוכנה',
    'ראש צוות פיתוח',
    'מנהלת פרויקטים',
    'Системный администратор',
    'Инженер',
    'Менеджер проектов',
    'Assistant to the Manager',
  ],
}

describe('a job title means a role in buying', () => {
  for (const [role, examples] of Object.entries(titles))
    for (const jobTitle of examples)
      it(`${jobTitle}: ${role}`, () => {
        expect(roleOf({ jobTitle })).toBe(role)
      })

  for (const jobTitle of ['Gardener', 'Student', 'IT student', 'סטודנט', 'Студент', '', '—', 'Ciscoworks', 'Leading'])
    it(`${jobTitle || 'an empty title'}: none`, () => {
      expect(roleOf({ jobTitle })).toBeNull()
    })

  it('a role chosen in a form counts before the title, if the model has it', () => {
    expect(roleOf({ jobTitle: 'Gardener', attributes: { role: 'influencer' } })).toBe('influencer')
    expect(roleOf({ jobTitle: 'CEO', attributes: { role: 'Boss' } })).toBe('senior_management')
    expect(roleOf({})).toBeNull()
  })
})
