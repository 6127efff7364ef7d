/** Every controller of signing in. */
import { KeysController } from './keys.controller.js';
import { AddressChangesController, InvitationsController, PasswordResetsController, SetUpController } from './links.controller.js';
import { MeController } from './me.controller.js';
import { ProviderController } from './provider.controller.js';
import { SessionsController } from './sessions.controller.js';

export const signInControllers = [SessionsController, MeController, InvitationsController, PasswordResetsController, AddressChangesController, SetUpController, ProviderController, KeysController];
