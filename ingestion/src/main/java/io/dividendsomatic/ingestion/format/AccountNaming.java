package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a file holds. What a row names wins; rows that name none belong to the only account that others name; a
 * file that names none belongs to the account that its sender named, by folder or parameter or else in its name. A number
 * that is masked in the middle, {@code U***00001}, is the one that the sender named, where it fits.
 *
 * @param accounts of the file, in order
 * @param given whether the sender named the account, and not the file
 * @param unnamed the account of rows that name none
 * @param otherwise what the file calls that account; absent unless the sender named it better
 */
record AccountNaming(
        SortedSet<AccountId> accounts,
        boolean given,
        @Nullable AccountId unnamed,
        @Nullable AccountId otherwise) {
    /** {@code flex.<account>.<query>.<from>.<to>.csv}: how collectors of Flex queries name what they fetched. */
    private static final Pattern FLEX_NAME =
            Pattern.compile("flex\\.([a-z0-9]{1,40})\\..+\\.csv", Pattern.CASE_INSENSITIVE);

    /** Of a file whose rows need an account that neither it nor its sender names. */
    static final Problem UNKNOWN = Problem.ofFile(
            ProblemCode.ACCOUNT_UNKNOWN,
            "the file names no account: give the one of its source account=broker:number, as the upload, a folder, a"
                    + " mail rule and a query have it; or put it in the folder inbox/<broker>/<number>/, or name it"
                    + " flex.<account>.<query>.<from>.<to>.csv");

    /** Absent when neither the file nor its sender names an account. */
    static Optional<AccountNaming> of(FileArrived arrival, List<RowVerdict> verdicts) {
        SortedSet<AccountId> named = verdicts.stream()
                .filter(RowParsed.class::isInstance)
                .flatMap(verdict -> Optional.ofNullable(((RowParsed) verdict).account()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<AccountId> sender = bySender(arrival);
        if (named.size() == 1 && sender.isPresent() && isNamedBetter(named.first(), sender.get())) {
            return Optional.of(
                    new AccountNaming(new TreeSet<>(List.of(sender.get())), true, sender.get(), named.first()));
        }
        if (!named.isEmpty()) {
            return Optional.of(new AccountNaming(named, false, named.size() == 1 ? named.first() : null, null));
        }
        if (verdicts.stream().noneMatch(AccountNaming::needsAccount)) {
            return Optional.of(new AccountNaming(new TreeSet<>(), false, null, null));
        }
        return sender.map(account -> new AccountNaming(new TreeSet<>(List.of(account)), true, account, null));
    }

    private static boolean isNamedBetter(AccountId byFile, AccountId bySender) {
        boolean isPassedOn =
                byFile.number().equals(bySender.number()) && !byFile.broker().equals(bySender.broker());
        return isPassedOn || isMaskOf(byFile, bySender);
    }

    private static boolean isMaskOf(AccountId masked, AccountId whole) {
        String number = masked.number();
        int begin = number.indexOf('*');
        int end = number.lastIndexOf('*') + 1;
        return begin >= 0
                && masked.broker().equals(whole.broker())
                && whole.number().length() > begin + number.length() - end
                && whole.number().startsWith(number.substring(0, begin))
                && whole.number().endsWith(number.substring(end));
    }

    /** The verdict with its account. What tells of instruments or of markets speaks of the whole file and keeps none. */
    RowVerdict attribute(RowVerdict verdict) {
        if (verdict instanceof RowParsed row && otherwise != null && otherwise.equals(row.account())) {
            return row.ofAccount(unnamed);
        }
        if (!(verdict instanceof RowParsed parsed) || parsed.account() != null || isCommon(parsed)) {
            return verdict;
        }
        if (unnamed == null && !isOfWholeStatement(parsed)) {
            Problem problem = new Problem(
                    parsed.line(),
                    null,
                    ProblemCode.MISSING_VALUE,
                    "the row names no account, in a file of several",
                    null);
            return new RowRejected(parsed.line(), parsed.lines(), parsed.span(), problem);
        }
        return parsed.ofAccount(unnamed);
    }

    private static boolean needsAccount(RowVerdict verdict) {
        return verdict instanceof RowParsed parsed && !isCommon(parsed);
    }

    private static boolean isCommon(RowParsed parsed) {
        return parsed.partOf() == null
                && parsed.tellsOnly(
                        InstrumentDetail.class, ReferenceRate.class, ReferenceDividend.class, ReferencePrice.class);
    }

    private static boolean isOfWholeStatement(RowParsed parsed) {
        return parsed.tellsOnly(StatementDetail.class, FxRateToBase.class, PrintedTotal.class, NetAssetValue.class);
    }

    private static Optional<AccountId> bySender(FileArrived arrival) {
        if (arrival.account() != null) {
            return Optional.of(arrival.account());
        }
        String name = arrival.name().substring(arrival.name().lastIndexOf('/') + 1);
        Matcher matcher = FLEX_NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new AccountId(Broker.IBKR, matcher.group(1).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }
}
