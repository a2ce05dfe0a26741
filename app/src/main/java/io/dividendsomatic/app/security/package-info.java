/**
 * Who may ask: users, their tokens, and what is open until there is a user.
 *
 * <p>Users and tokens are rows that change, not events: a password that was taken back must be gone, an event never is; and
 * no figure follows from them, so nothing would be built again out of such events. A backup leaves them out for the same
 * reason, and a restore keeps those that are there: a backup is given away more easily than a database.
 */
@NullMarked
package io.dividendsomatic.app.security;

import org.jspecify.annotations.NullMarked;
