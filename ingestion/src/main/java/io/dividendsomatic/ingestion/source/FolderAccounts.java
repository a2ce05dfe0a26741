package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which account the folders of a file name, for a file that names none. The first that is there: the nearest folder that
 * the user has given an account; the folders {@code <broker>/<number>} at the top, or {@code <number>} where everything is
 * of one broker; the account of the whole.
 */
final class FolderAccounts {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final @Nullable Broker broker;
    private final @Nullable AccountId whole;
    private final Map<String, AccountId> named = new TreeMap<>();

    /**
     * Throws IllegalArgumentException for what is no account or no broker.
     *
     * @param broker of all accounts of the folder; absent when its folders name brokers
     * @param whole {@code broker:number} of files in no folder that says more
     * @param named accounts by names of folders, small and capital letters alike
     */
    FolderAccounts(@Nullable String broker, @Nullable String whole, Map<String, String> named) {
        this.broker = broker == null ? null : new Broker(broker);
        this.whole = whole == null ? null : AccountId.parse(whole);
        named.forEach((folder, account) -> this.named.put(small(folder), AccountId.parse(account)));
    }

    static FolderAccounts byBrokerAndNumber() {
        return new FolderAccounts(null, null, Map.of());
    }

    /**
     * @param folder below the one that is watched; empty for a file of that one itself
     */
    Optional<AccountId> of(Path folder) {
        for (int i = folder.getNameCount() - 1; i >= 0; i--) {
            AccountId account = named.get(small(folder.getName(i).toString()));
            if (account != null) {
                return Optional.of(account);
            }
        }
        return byPlace(folder).or(() -> Optional.ofNullable(whole));
    }

    private Optional<AccountId> byPlace(Path folder) {
        int at = broker == null ? 1 : 0;
        if (folder.getNameCount() <= at || !isNumber(folder.getName(at))) {
            return Optional.empty();
        }
        try {
            Broker of = broker == null ? new Broker(folder.getName(0).toString()) : broker;
            return Optional.of(new AccountId(of, folder.getName(at).toString()));
        } catch (IllegalArgumentException notAnAccount) {
            return Optional.empty();
        }
    }

    /** A folder of a year or a month, or of a kind of files, is none. */
    private static boolean isNumber(Path name) {
        return DIGIT.matcher(name.toString()).find() && NamedDay.of(name).isEmpty();
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
