/** A folder of files to import, a data folder beside it, and the command line over both, anew for every test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestService, temporaryFolder, type TestService } from './api.js';
import { relocon, type Ran } from './cli.js';

export interface Workshop {
  /** Where the files to import lie. */
  files: string;
  /** RELOCON_DATA. */
  data: string;
  /** The folder of both; commands run there. */
  path: string;
  write(name: string, text: string | Buffer): void;
  /** Writes one small, right file of every kind. */
  community(): void;
  run(args: string[], cwd?: string): Promise<Ran>;
  /** A service on the data folder, while `work` lasts. */
  served<T>(work: (api: TestService) => Promise<T>): Promise<T>;
}

/** To be called at the top of a suite; what it answers is filled before each test. */
export function workshop(): Workshop {
  const shop = {} as Workshop;
  let remove: () => void;
  beforeEach(() => {
    const folder = temporaryFolder();
    remove = folder.remove;
    const [files, data] = [join(folder.path, 'files'), join(folder.path, 'data')];
    mkdirSync(files);
    const write: Workshop['write'] = (name, text) => writeFileSync(join(files, name), text);
    Object.assign(shop, {
      files,
      data,
      path: folder.path,
      write,
      community: () => community(write),
      run: (args: string[], cwd = folder.path) => relocon(args, { data, cwd }),
      served: (work: (api: TestService) => Promise<unknown>) => served(data, work),
    });
  });
  afterEach(() => remove());
  return shop;
}

function community(write: Workshop['write']): void {
  write('groups.csv', 'group_id,name,purpose,topics,founded_at,time_zone\ng1,Co-op Builders,Learn,pricing;law,2025-01-01T09:00:00Z,Europe/Berlin\n');
  write('members.csv', 'member_id,display_name,email,first_seen_at,interests,time_zone\nm1,Ada,,2025-01-02T09:00:00Z,boats;law,\nm2,"Ben ""B"" Ode, jr.",ben@example.org,2025-01-02T09:00:00Z,,\n');
  write('memberships.csv', 'member_id,group_id,joined_at,left_at\nm1,g1,2025-01-03T09:00:00Z,\nm2,g1,2025-01-03T09:00:00Z,2025-02-01T09:00:00Z\n');
  write('meetings.csv', 'meeting_id,group_id,title,starts_at,ends_at,scheduled_at,place,status\ne1,g1,"War, stories",2025-01-20T17:00:00Z,2025-01-20T19:00:00Z,2025-01-05T09:00:00Z,Alte Post,past\n');
  write('rsvps.csv', 'meeting_id,member_id,response,guests,responded_at,changed_at\ne1,m1,yes,2,2025-01-10T09:00:00Z,2025-01-11T09:00:00Z\n');
  write('attendance.csv', 'meeting_id,member_id,attendance,minutes,recorded_at\ne1,m1,late,90,\ne1,m2,apologised,,\n');
}

async function served<T>(data: string, work: (api: TestService) => Promise<T>): Promise<T> {
  const api = await startTestService({ folder: data });
  try {
    while (!(await api.service.runtime.caughtUp())) await new Promise(setImmediate);
    return await work(api);
  } finally {
    await api.stop();
  }
}
