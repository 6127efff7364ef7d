/** What was recorded of a series holds for its meetings, each in a stream of its own: at once for whoever asked, and later where that was cut off. */
import { idWithin, isRefusal, RefusedError, START, streamName, type CommandRunner, type ItemOutcome, type Reaction, type RecordedEvent, type Refusal } from '#event-sourcing';
import { followSeries, meetingOf } from '../occurrences.decider.js';
import { seriesEvents, type SeriesEvent } from '../series.events.js';
import { concernedBy, series } from '../series.state.js';

/** Appended together, and no more than others can wait for. */
const AT_ONCE = 16;

/** @returns what became of each meeting concerned, by date; a refusal where the log takes no more, and the same is to be asked again. */
export async function followed(runner: CommandRunner, recorded: RecordedEvent): Promise<{ results: ItemOutcome[]; position: number } | Refusal> {
  const event = recorded as SeriesEvent;
  const { seriesId } = event.data;
  const left = await occurrencesIn(runner, event);
  const results: ItemOutcome[] = [];
  let position = START;
  while (left.length > 0) {
    const outcomes = await Promise.all(left.splice(0, AT_ONCE).map((occurrence) => follow(runner, event, occurrence)));
    for (const { occurrence, outcome } of outcomes) {
      const id = meetingOf({ seriesId, occurrence });
      if (!isRefusal(outcome)) position = Math.max(position, outcome.position);
      else if (outcome.status >= 500) return outcome;
      results.push(isRefusal(outcome) ? { id, outcome: 'refused', refusal: outcome } : { id, outcome: outcome.events.length > 0 ? 'recorded' : 'unchanged' });
    }
  }
  return { results, position };
}

async function occurrencesIn(runner: CommandRunner, { data }: SeriesEvent): Promise<string[]> {
  if (data.occurrences) return [...data.occurrences];
  return (await runner.fold(series, streamName('series', data.seriesId))).occurrences.map(({ date }) => date).filter(concernedBy({ data }));
}

/** In the name of whoever changed the series, whatever they may by now. The id of the command tells whether it was given before. */
async function follow(runner: CommandRunner, { id, actor, metadata, data: { seriesId } }: SeriesEvent, occurrence: string) {
  const request = { actor: { ...actor, role: 'system', via: 'reaction' } as const, commandId: idWithin(id, occurrence), resumed: true, correlationId: metadata.correlationId, causationId: id };
  return { occurrence, outcome: await runner.execute(followSeries, { seriesId, occurrence }, request) };
}

export const whenASeriesChangedThenItsMeetingsFollow: Reaction = {
  name: 'when-a-series-changed-then-its-meetings-follow',
  types: seriesEvents.map(({ type }) => type),
  async react(event, runner) {
    const outcome = await followed(runner, event);
    if (isRefusal(outcome)) throw new RefusedError(outcome);
  },
};
