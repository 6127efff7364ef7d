/** The console: its resources, its other pages, and what surrounds them. */
import { useMediaQuery } from '@mui/material';
import { QueryClient } from '@tanstack/react-query';
import { lazy, type ComponentType, type ReactNode } from 'react';
import { Admin, CustomRoutes, Resource, type ResourceProps } from 'react-admin';
import { Route } from 'react-router-dom';
import { authProviderOver } from './api/auth-provider.js';
import { dataProvider } from './api/data-provider.js';
import { choices } from './api/preferences.js';
import { i18nProvider } from './i18n/index.js';
import { Bare } from './layout/bare.js';
import { Layout } from './layout/layout.js';
import { Loading } from './layout/loading.js';
import { NotFound } from './layout/not-found.js';
import { Part } from './layout/part.js';
import { pages } from './pages.js';
import { resources } from './resources.js';
import { SignIn } from './sign-in/sign-in.js';
import { ACROSS, THEMES } from './theme.js';

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: (failures, error) => failures < 2 && [0, 503].includes((error as { status?: number }).status ?? 500), networkMode: 'always' }, mutations: { networkMode: 'always' } } });
const authProvider = authProviderOver(queries);

const lazily = <P extends object = object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> => {
  const Lazy = lazy(load) as unknown as ComponentType<P>;
  return (props: P): ReactNode => (
    <Part whole>
      <Lazy {...props} />
    </Part>
  );
};

const Dashboard = lazily(() => import('./dashboard/dashboard.js'));
const Directory = lazily(() => import('./directory/directory.js'));
const DirectoryEntry = lazily(() => import('./directory/entry.js'));
const links = () => import('./sign-in/links.js');
const ForgottenPassword = lazily(async () => ({ default: (await links()).ForgottenPassword }));
const Invitation = lazily(async () => ({ default: (await links()).Invitation }));
const PasswordReset = lazily(async () => ({ default: (await links()).PasswordReset }));
const Returned = lazily(async () => ({ default: (await links()).Returned }));
const SetUp = lazily(async () => ({ default: (await links()).SetUp }));
const AddressChange = lazily(async () => ({ default: (await links()).AddressChange }));

export function App(): ReactNode {
  const { light, dark } = useMediaQuery(ACROSS, { noSsr: true }) ? THEMES.across : THEMES.usual;
  return (
    // react-admin's own router keeps addresses behind a `#`, and knows of changes that are not saved.
    <Admin
      title="Relocon"
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      queryClient={queries}
      store={choices}
      lightTheme={light}
      darkTheme={dark}
      layout={Layout}
      catchAll={NotFound}
      loading={Loading}
      dashboard={Dashboard as never}
      loginPage={false}
      requireAuth
      disableTelemetry
    >
      {resources.map((resource) => (
        <Resource key={resource.name} {...(resource as ResourceProps)} />
      ))}
      <CustomRoutes>{pages.map(({ path, page: Page }) => <Route key={path} path={path} element={<Page />} />)}</CustomRoutes>
      <CustomRoutes noLayout>
        <Route element={<Bare />}>
          <Route path="/sign-in" element={<SignIn />} />
          <Route path="/directory" element={<Directory />} />
          <Route path="/directory/:id" element={<DirectoryEntry />} />
          <Route path="/forgotten-password" element={<ForgottenPassword />} />
          <Route path="/invitation" element={<Invitation />} />
          <Route path="/password-reset" element={<PasswordReset />} />
          <Route path="/set-up" element={<SetUp />} />
          <Route path="/returned" element={<Returned />} />
          <Route path="/address-change/confirm" element={<AddressChange key="confirm" what="confirm" />} />
          <Route path="/address-change/consent" element={<AddressChange key="consent" what="consent" />} />
          <Route path="/address-change/stop" element={<AddressChange key="stop" what="stop" />} />
        </Route>
      </CustomRoutes>
    </Admin>
  );
}
