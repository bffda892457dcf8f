import { field } from '../../../core/fhir/shape'
import type { Format } from '../format'
import { extras, joined, linesOf, withRemarks } from '../lines'
import { identifierLines } from '../peopleLines'
import { defineTable } from '../table'

/** `Office visit: Copay 25 USD (in network)`: what one benefit costs, and for whom. */
const benefitCost = (cost: unknown, f: Format): string | undefined =>
  withRemarks(
    joined([f.code(field(cost, 'type')), f.quantity(field(cost, 'value')) ?? f.value(cost, 'value')], ' '),
    [f.code(field(cost, 'applicability')), f.code(field(cost, 'qualifiers')), f.text(field(cost, 'comment'))],
    f,
  )

/** One line for each benefit of a plan, under the category that it belongs to. */
const specificCosts = (plan: unknown, f: Format): readonly string[] =>
  linesOf(field(plan, 'specificCost'), f, (specific) => {
    const benefits = linesOf(field(specific, 'benefit'), f, (benefit) => {
      const costs = linesOf(field(benefit, 'cost'), f, (cost) => benefitCost(cost, f))
      return joined([f.code(field(benefit, 'type')), joined(costs, '; ')], ': ')
    })
    return joined([f.code(field(specific, 'category')), joined(benefits, '; ')], ': ')
  })

const generalCosts = (plan: unknown, f: Format): readonly string[] =>
  linesOf(field(plan, 'generalCost'), f, (cost) =>
    withRemarks(
      joined([f.code(field(cost, 'type')), f.money(field(cost, 'cost'))], ': '),
      [f.text(field(cost, 'comment')), f.labelled('members', f.text(field(cost, 'groupSize')))],
      f,
    ),
  )

/** What a plan covers and costs: the summary of benefits that an insurance card leads to. */
export const insurancePlans = defineTable({
  type: 'InsurancePlan',
  columns: [
    { header: 'plan', cell: (r, f) => f.text(r['name'], r['_name']) },
    { header: 'kind', cell: (r, f) => f.code(r['type']) },
    { header: 'status', cell: (r, f) => f.status(r['status'], r['_status']) },
    { header: 'period', cell: (r, f) => f.period(r['period']) },
    {
      header: 'payer',
      cell: (r, f, item) => [f.reference(r['ownedBy'], item), f.reference(r['administeredBy'], item)],
    },
    {
      header: 'benefits',
      cell: (r, f) =>
        linesOf(r['coverage'], f, (coverage) => {
          const benefits = linesOf(field(coverage, 'benefit'), f, (benefit) =>
            withRemarks(
              f.code(field(benefit, 'type')),
              [
                f.text(field(benefit, 'requirement')),
                ...linesOf(field(benefit, 'limit'), f, (limit) =>
                  joined([f.code(field(limit, 'code')), f.quantity(field(limit, 'value'))], ': '),
                ),
              ],
              f,
            ),
          )
          return joined([f.code(field(coverage, 'type')), joined(benefits, '; ')], ': ')
        }),
    },
    {
      header: 'costs',
      cell: (r, f) =>
        linesOf(r['plan'], f, (plan) => {
          const lines = [...generalCosts(plan, f), ...specificCosts(plan, f)]
          return joined([f.code(field(plan, 'type')), joined(lines, '; ')], ': ')
        }),
    },
    {
      header: 'more',
      cell: (r, f, item) =>
        extras(f, {
          identifiers: identifierLines(r['identifier'], f),
          otherNames: f.text(r['alias']),
          place: f.reference(r['coverageArea'], item),
          organization: f.reference(r['network'], item),
        }),
    },
  ],
  dates: (r) => [r['period']],
})
