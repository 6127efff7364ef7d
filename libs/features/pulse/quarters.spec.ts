import { endOfQuarter, quarterOf } from './quarters.js';

describe('A quarter', () => {
  it('is three calendar months', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
    expect(months.map((month) => quarterOf(`2026-${month}-15T12:00:00.000Z`, 'UTC').slice(-2)).join(' ')).toBe('Q1 Q1 Q1 Q2 Q2 Q2 Q3 Q3 Q3 Q4 Q4 Q4');
  });
  it('begins and ends at midnight where the group is', () => {
    expect(quarterOf('2026-12-31T22:59:59.999Z', 'Europe/Berlin')).toBe('2026-Q4');
    expect(quarterOf('2026-12-31T23:00:00.000Z', 'Europe/Berlin')).toBe('2027-Q1');
    expect(quarterOf('2026-04-01T05:59:59.999Z', 'America/Denver')).toBe('2026-Q1');
    expect(quarterOf('2026-04-01T06:00:00.000Z', 'America/Denver')).toBe('2026-Q2');
    expect(endOfQuarter('2026-Q4', 'Europe/Berlin')).toBe('2026-12-31T23:00:00.000Z');
    // In summer time.
    expect(endOfQuarter('2026-Q1', 'Europe/Berlin')).toBe('2026-03-31T22:00:00.000Z');
    expect(endOfQuarter('2026-Q2', 'UTC')).toBe('2026-07-01T00:00:00.000Z');
    expect(endOfQuarter('2026-Q3', 'Pacific/Auckland')).toBe('2026-09-30T11:00:00.000Z');
  });
});
