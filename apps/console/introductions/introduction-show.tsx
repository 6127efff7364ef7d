import { Grid, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { GroupName, MemberName } from '../parts/names.js';
import { Facts, Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { When } from '../parts/when.js';
import { AnswerButtons, IntroductionStatus, ScoreParts } from './introduction-parts.js';
import type { Introduction } from './introduction-words.js';

export default function IntroductionShow(): ReactNode {
  const t = useWords();
  return (
    <ShowPage
      resource="introductions"
      heading={() => t('introductions.one')}
      below={(introduction) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', mt: 0.5 }}>
          <span>
            <MemberName id={introduction.seekerId} /> → <MemberName id={introduction.teacherId} />
          </span>
          <IntroductionStatus {...introduction} />
        </Stack>
      )}
      actions={(introduction) => <AnswerButtons introduction={introduction} />}
    >
      {(introduction) => (
        <Grid container spacing={2}>
          <Grid size={{ xs: 12, md: 7 }}>
            <Stack spacing={2}>
              <Why {...introduction} />
              <Answers {...introduction} />
            </Stack>
          </Grid>
          <Grid size={{ xs: 12, md: 5 }}>
            <Score {...introduction} />
          </Grid>
        </Grid>
      )}
    </ShowPage>
  );
}

/** Each of the two reads the reasons said to them; staff read both. */
function Why({ seekerId, teacherId, skills, reasonsForSeeker = [], reasonsForTeacher = [], note, groupId, suggestedAt }: Introduction): ReactNode {
  const t = useWords();
  const me = useMe();
  // Said to one of the two, they tell of the other.
  const said = [
    { to: seekerId, of: teacherId, reasons: reasonsForSeeker },
    { to: teacherId, of: seekerId, reasons: reasonsForTeacher },
  ].filter(({ to, reasons }) => reasons.length > 0 && (to === me?.memberId || (me?.memberId !== seekerId && me?.memberId !== teacherId)));
  return (
    <Section title={t('introductions.sections.why')}>
      <Facts
        facts={[
          [t('introductions.noteBy'), note],
          ...said.map(({ to, of, reasons }) => [<MemberName key={to} id={to === me?.memberId ? of : to} plain />, <Reasons key="reasons" reasons={reasons} />] as const),
          [t('introductions.fields.skills'), skills.join(', ')],
          [t('introductions.fields.seeker'), <MemberName key="seeker" id={seekerId} />],
          [t('introductions.fields.teacher'), <MemberName key="teacher" id={teacherId} />],
          [t('introductions.fields.group'), groupId && <GroupName id={groupId} />],
          [t('introductions.fields.suggestedAt'), <When key="at" at={suggestedAt} />],
        ]}
      />
    </Section>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }): ReactNode {
  return (
    <Stack component="ul" sx={{ m: 0, pl: 2.5 }}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </Stack>
  );
}

function Score({ score, parts }: Introduction): ReactNode {
  const t = useWords();
  // Facilitators who put two in touch do not read what somebody pledged.
  if (score === undefined) return null;
  return (
    <Section title={t('introductions.sections.score')}>
      {score === null || !parts ? (
        <Typography variant="body2">{t('introductions.noScore')}</Typography>
      ) : (
        <>
          <Typography variant="h4" component="p" sx={{ fontWeight: 700, mb: 0.5 }}>
            {score} <Typography component="span" color="text.secondary">/ 100</Typography>
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
            {t('introductions.scoreText')}
          </Typography>
          <ScoreParts parts={parts} />
        </>
      )}
    </Section>
  );
}

function Answers({ memberIds, acceptedBy, declinedBy, declineReason, settledAt }: Introduction): ReactNode {
  const t = useWords();
  return (
    <Section title={t('introductions.answers')}>
      <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {memberIds.map((memberId) => (
          <Typography component="li" key={memberId} variant="body2">
            <MemberName id={memberId} /> {t(declinedBy === memberId ? 'introductions.answered.declined' : acceptedBy.includes(memberId) ? 'introductions.answered.accepted' : 'introductions.answered.waiting')}
            {declinedBy === memberId && declineReason && (
              <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block', pl: 2, borderLeft: 2, borderColor: 'divider', mt: 0.5 }}>
                {declineReason}
              </Typography>
            )}
          </Typography>
        ))}
      </Stack>
      {settledAt && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1.5 }}>
          {t('introductions.fields.settledAt')}: <When at={settledAt} />
        </Typography>
      )}
    </Section>
  );
}
