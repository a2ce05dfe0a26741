package io.dividendsomatic.ingestion.source.flex;

import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.flex.FlexReply.Refused;
import java.time.Duration;

/** Tells a person why there is no statement. */
final class FlexFailure {
    /** After which a statement that could not be made is asked for again; many failed requests lock a token. */
    private static final Duration LATER = Duration.ofMinutes(15);
    /** Characters of the service's own words. */
    private static final int MAX_TEXT = 300;

    private FlexFailure() {}

    /** The service's refusal: {@code FLEX_1012} and the like, lasting when asking again would not help. */
    static SourceFailed of(Refused refused, String query, Secret token) {
        FlexError error = FlexError.of(refused.code()).orElse(null);
        String said = said(refused.text(), token);
        String meaning = error == null ? said : error.meaning() + (said.isEmpty() ? "" : " (\"" + said + "\")");
        String code = error != null ? code(error) : refused.code() == 0 ? "FLEX_ERROR" : "FLEX_" + refused.code();
        String message = "query %s: %s".formatted(query, meaning.isEmpty() ? "refused without a reason" : meaning);
        return error == null || error.then() == FlexError.Then.END
                ? SourceFailed.lasting(code, message, null)
                : SourceFailed.passing(code, message, LATER, null);
    }

    static String code(FlexError error) {
        return "FLEX_" + error.code();
    }

    static SourceFailed unreadable(String what, String query) {
        String message = "query %s: the service gave %s in place of a statement".formatted(query, what);
        return SourceFailed.passing("FLEX_UNREADABLE", message, LATER, null);
    }

    /** Without the token, should the service repeat it, and without what could break a line of a log. */
    private static String said(String text, Secret token) {
        String plain =
                token.hiddenIn(text).replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return plain.substring(0, Math.min(plain.length(), MAX_TEXT));
    }
}
