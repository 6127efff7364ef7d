import { Alert, Button, Grid, Stack, Typography } from '@mui/material';
import VerifiedIcon from '@mui/icons-material/Verified';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay, useMe, type Me } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { GroupName, MemberName, MemberNames } from '../parts/names.js';
import { PickInput } from '../parts/pick-input.js';
import { Facts, Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { When } from '../parts/when.js';
import { ValueChip } from '../parts/value-chip.js';
import { ValueStory } from '../parts/value-story.js';
import { VisibilityMark } from './chips.js';
import { ContextLink } from './context-link.js';
import { useVisibilityChoices } from './reflection-inputs.js';
import { excerpt, USEFULNESS, type Reflection } from './reflection-words.js';

export default function ReflectionShow(): ReactNode {
  return (
    <ShowPage
      resource="reflections"
      heading={({ what }) => excerpt(what, 80)}
      below={(reflection) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', mt: 0.5 }}>
          <span>
            <MemberName id={reflection.authorId} /> · <When at={reflection.reflectedAt} />
          </span>
          <ValueChip {...reflection} />
          <VisibilityMark visibility={reflection.visibility} words />
        </Stack>
      )}
      actions={(reflection) => <Actions {...reflection} />}
    >
      {(reflection) => <Body {...reflection} />}
    </ShowPage>
  );
}

function Body(reflection: Reflection): ReactNode {
  const t = useWords();
  const { id, what, soWhat, nowWhat, learnedFrom, skills, usefulness, context, groupId, confirmedBy, revisedAt, status } = reflection;
  return (
    <Grid container spacing={2}>
      {status === 'withdrawn' && (
        <Grid size={12}>
          <Alert severity="info">{t('reflections.withdrawn')}</Alert>
        </Grid>
      )}
      <Grid size={{ xs: 12, md: 7 }}>
        <Section title={t('reflections.sections.text')}>
          {what === null ? <Typography color="text.secondary">{t('reflections.erased')}</Typography> : <Text parts={[[t('reflections.fields.what'), what], [t('reflections.fields.soWhat'), soWhat], [t('reflections.fields.nowWhat'), nowWhat]]} />}
        </Section>
      </Grid>
      <Grid size={{ xs: 12, md: 5 }}>
        <Stack spacing={2}>
          <Section title={t('reflections.sections.facts')}>
            <Facts
              facts={[
                [t('reflections.fields.contextShort'), <ContextLink key="context" {...context} />],
                [t('reflections.fields.group'), groupId && <GroupName id={groupId} />],
                [t('reflections.fields.learnedFromShort'), learnedFrom.length > 0 ? <MemberNames ids={learnedFrom} /> : null],
                [t('reflections.fields.usefulnessShort'), usefulness === null ? null : t(`reflections.usefulness.${USEFULNESS[usefulness] ?? 'none'}`)],
                [t('reflections.fields.skills'), skills.join(', ')],
                [t('reflections.confirmedBy'), confirmedBy.length > 0 ? <MemberNames ids={confirmedBy} /> : null],
                [t('reflections.fields.revisedAt'), revisedAt && <When at={revisedAt} />],
              ]}
            />
          </Section>
          {status === 'recorded' && (
            <Section title={t('valueStory.title')}>
              <ValueStory of={id} />
            </Section>
          )}
        </Stack>
      </Grid>
    </Grid>
  );
}

function Text({ parts }: { parts: readonly (readonly [question: string, answer: string | null])[] }): ReactNode {
  return (
    <Stack spacing={2} sx={{ maxWidth: '65ch' }}>
      {parts.map(([question, answer]) => answer && (
        <div key={question}>
          <Typography component="h3" variant="body2" color="text.secondary">
            {question}
          </Typography>
          <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{answer}</Typography>
        </div>
      ))}
    </Stack>
  );
}

/** Whoever it is shown to as a member of its group, or of the network, may confirm; staff as such may not. */
function isShownTo({ groups, facilitates }: Me, { visibility, groupId }: Reflection): boolean {
  if (visibility === 'network') return true;
  return groupId !== null && ((visibility === 'group' && groups.includes(groupId)) || (visibility === 'facilitator' && facilitates.includes(groupId)));
}

function Actions(reflection: Reflection): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const { id, authorId, groupId, nowWhat, value, visibility, status, confirmedBy } = reflection;
  const choices = useVisibilityChoices(groupId !== null);
  if (!me || status === 'withdrawn') return null;
  const ties = { self: authorId };
  const { memberId } = me;
  if (!may('shareReflection', ties)) {
    const confirms = memberId !== null && value === 'realised' && !confirmedBy.includes(memberId) && isShownTo(me, reflection);
    return confirms ? <CommandButton operation="confirmReflectionValue" path={{ id }} ties={{ self: memberId }} variant="contained" label={t('reflections.confirm.title')} text={t('reflections.confirm.text')} done={t('reflections.confirm.done')} Icon={VerifiedIcon} body={() => ({ memberId })} /> : null;
  }
  return (
    <>
      {nowWhat && (
        <Button component={Link} variant="contained" to={`/actions/create?reflectionId=${id}`}>
          {t('reflections.toAction')}
        </Button>
      )}
      <Button component={Link} variant="outlined" to={`/reflections/create?buildsOn=${id}`}>
        {t('reflections.buildOn')}
      </Button>
      <CommandButton operation="shareReflection" path={{ id }} ties={ties} label={t('reflections.share.title')} text={t('reflections.share.text')} done={t('reflections.share.done')} defaults={{ visibility }}>
        <PickInput source="visibility" label={t('reflections.fields.visibility')} choices={choices} hint={groupId === null ? t('reflections.needsGroup') : undefined} />
      </CommandButton>
      <Button component={Link} variant="outlined" to={`/reflections/${id}`}>
        {t('app.edit')}
      </Button>
      <CommandButton operation="withdrawReflection" path={{ id }} ties={ties} label={t('reflections.withdraw.title')} text={t('reflections.withdraw.text')} done={t('reflections.withdraw.done')} color="error" />
    </>
  );
}
