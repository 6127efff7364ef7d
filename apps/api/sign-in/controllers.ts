/** Every controller of signing in. */
import { CalendarsController } from './calendars.controller.js';
import { KeysController } from './keys.controller.js';
import { AddressChangesController, InvitationsController, PasswordResetsController, SetUpController } from './links.controller.js';
import { MeController } from './me.controller.js';
import { ProviderController } from './provider.controller.js';
import { SessionsController } from './sessions.controller.js';

export const signInControllers = [SessionsController, MeController, InvitationsController, PasswordResetsController, AddressChangesController, SetUpController, ProviderController, KeysController, CalendarsController];
