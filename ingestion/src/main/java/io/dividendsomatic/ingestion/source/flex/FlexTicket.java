package io.dividendsomatic.ingestion.source.flex;

import java.net.URI;

/** For a statement that the service makes: where to fetch it, and by which reference. */
public record FlexTicket(URI url, String reference) {}
