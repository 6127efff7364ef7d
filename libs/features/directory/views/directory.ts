/** What the public may know of groups: charter, place and alignment of those that opted in. */
import { assign, defineView } from '#event-sourcing';
import { AlignmentDecided } from '../../alignment/alignment.events.js';
import { CharterAdopted, GroupArchived, GroupDescribed, GroupFounded, GroupReopened } from '../../groups/groups.events.js';
import type { DirectoryDocument, PublicAlignment } from '../directory.events.js';

const events = [GroupFounded, GroupDescribed, CharterAdopted, GroupArchived, GroupReopened, AlignmentDecided] as const;

const shapes = [[], ['shown'], ['shown', 'domains']];

export const directoryView = defineView<DirectoryDocument, typeof events>({
  name: 'directory',
  version: 2,
  events,
  lists: shapes.map((by) => ({ by, sort: 'name' })),
  fields: { shown: 'boolean', domains: 'keys', name: 'string' },
  ids: (event) => [event.data.groupId],
  search: ({ name, place, charter }) => [name, place?.text, charter?.purpose, charter?.practice, ...(charter?.domain ?? [])],
  evolve(before, event, id) {
    if (event.type === 'GroupFounded') {
      const { name, timeZone } = event.data;
      const blank: DirectoryDocument = { id, name, timeZone, place: null, charter: null, domains: [], alignment: null, verdict: null, shown: false, _listed: false, _archived: false };
      return assign(blank, event, { name, timeZone });
    }
    return before && shown(changed(before, event));
  },
});

type Later = Exclude<Parameters<Parameters<typeof defineView<DirectoryDocument, typeof events>>[0]['evolve']>[1], { type: 'GroupFounded' }>;

function changed(doc: DirectoryDocument, event: Later): DirectoryDocument {
  switch (event.type) {
    case 'GroupDescribed': {
      const { name, timeZone, place, listed, cleared = [] } = event.data;
      return assign(doc, event, { name, timeZone, _listed: listed, place: cleared.includes('place') ? null : place });
    }
    case 'CharterAdopted': {
      const { purpose, domain, practice = null } = event.data;
      return assign(doc, event, { charter: { purpose, domain, practice }, domains: domain.map((word) => word.normalize('NFC').toLowerCase()) });
    }
    case 'GroupArchived':
    case 'GroupReopened':
      return assign(doc, event, { _archived: event.type === 'GroupArchived' });
    case 'AlignmentDecided':
      return assign(doc, event, { alignment: publicly(event.occurredAt, event.data), verdict: event.data.verdict });
    default:
      event satisfies never;
      return doc;
  }
}

function shown(doc: DirectoryDocument): DirectoryDocument {
  return { ...doc, shown: doc._listed && !doc._archived && (doc.verdict === 'aligned' || doc.verdict === 'emerging') };
}

function publicly(decidedAt: string, { verdict, score, judged, observed, provisional, until, levels, ratios }: ReturnType<typeof AlignmentDecided.at>['data']): PublicAlignment {
  return {
    verdict,
    score,
    judged,
    observed,
    provisional,
    decidedAt,
    until,
    criteria: levels.map(({ criterion, counted }) => ({ criterion, level: counted })),
    // Of too few people or meetings they would tell of somebody.
    ratios: (observed === null ? [] : ratios).flatMap(({ name, numerator, denominator }) => (denominator === 0 ? [] : [{ name, share: Math.round((Math.min(numerator, denominator) / denominator) * 100) / 100 }])),
  };
}
