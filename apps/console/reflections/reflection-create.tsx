import { useMemo, type ReactNode } from 'react';
import type { RaRecord } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useMay, useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { Loading } from '../layout/loading.js';
import { NotFound } from '../layout/not-found.js';
import { CreateForm } from '../parts/create-form.js';
import { BuildsOnInput, ContextInput, LearningInputs, MakeActionInput, VisibilityInput, WordsInputs } from './reflection-inputs.js';
import { KINDS, type Kind } from './reflection-words.js';

/** What a link says it is about: `?meetingId=…`. */
function contextFrom(parameters: URLSearchParams): { kind: Kind; id?: string } {
  for (const kind of KINDS) {
    const id = parameters.get(`${kind}Id`);
    if (id) return { kind, id };
  }
  return { kind: 'self' };
}

export default function ReflectionCreate(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const [parameters] = useSearchParams();
  const defaults = useMemo(() => ({ context: contextFrom(parameters), learnedFrom: [], skills: [], value: 'immediate', visibility: 'private', ...(parameters.get('buildsOn') && { buildsOn: parameters.get('buildsOn') }) }), [parameters]);
  if (!me) return <Loading />;
  if (!may('recordReflection')) return <NotFound />;
  return (
    <CreateForm
      resource="reflections"
      title={t('reflections.record')}
      save={t('app.save')}
      done={t('reflections.recorded')}
      draft="reflection"
      defaults={defaults}
      transform={({ makeAction: _next, context, ...written }) => ({ ...written, authorId: me.memberId, context: context.kind === 'self' ? { kind: 'self' } : context })}
      to={(id, { makeAction, nowWhat }: RaRecord) => (makeAction && nowWhat ? `/actions/create?reflectionId=${id}` : `/reflections/${id}/show`)}
    >
      <ContextInput />
      <WordsInputs />
      <MakeActionInput />
      <LearningInputs />
      <BuildsOnInput />
      <VisibilityInput />
    </CreateForm>
  );
}
