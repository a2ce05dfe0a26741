/** Statements that brokers send by mail: one mailbox after another is read over IMAP, each message once. */
@NullMarked
package io.dividendsomatic.ingestion.source.mail;

import org.jspecify.annotations.NullMarked;
