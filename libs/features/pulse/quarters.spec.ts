import { endOfQuarter, quarterOf } from './quarters.js';

describe('A quarter', () => {
  it('is three calendar months', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
    expect(months.map((month) => quarterOf(`2026-${month}-15T12:00:00.000Z`).slice(-2)).join(' ')).toBe('Q1 Q1 Q1 Q2 Q2 Q2 Q3 Q3 Q3 Q4 Q4 Q4');
  });
  it('begins and ends at midnight in UTC, wherever a group is', () => {
    expect(quarterOf('2026-12-31T23:59:59.999Z')).toBe('2026-Q4');
    expect(quarterOf('2027-01-01T00:00:00.000Z')).toBe('2027-Q1');
    const ends = ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => endOfQuarter(`2026-${quarter}`));
    expect(ends).toEqual(['2026-04-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
  });
});
