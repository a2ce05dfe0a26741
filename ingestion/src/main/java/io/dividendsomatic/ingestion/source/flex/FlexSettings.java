package io.dividendsomatic.ingestion.source.flex;

import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The logins at Interactive Brokers.
 *
 * @param flex by names of the user's own; none unless configured
 */
@ConfigurationProperties("dividendsomatic.sources")
public record FlexSettings(@DefaultValue Map<String, Login> flex) {
    public FlexSettings {
        flex = Map.copyOf(flex);
    }

    /**
     * One token, the queries that it may ask for, and how the service is asked.
     *
     * @param token of the Flex Web Service, made in Client Portal
     * @param interval between two requests of one query; an activity statement changes once a day
     * @param url above {@code SendRequest} and {@code GetStatement}
     * @param hosts that may be asked, also where an answer or a redirect leads there
     * @param patience for a statement that is being made; one that takes longer is fetched at the next look
     * @param timeout for one answer
     * @param limit the largest statement that is taken
     */
    public record Login(
            Secret token,
            List<Query> queries,
            @DefaultValue Schedule schedule,
            @DefaultValue("1h") Duration interval,

            @DefaultValue("https://ndcdyn.interactivebrokers.com/AccountManagement/FlexWebService")
            URI url,

            @DefaultValue({
                "ndcdyn.interactivebrokers.com",
                "gdcdyn.interactivebrokers.com",
                "www.interactivebrokers.com"
            })
            List<String> hosts,

            @DefaultValue("10m") Duration patience,
            @DefaultValue("2m") Duration timeout,
            @DefaultValue("64MB") DataSize limit) {
        public Login {
            queries = List.copyOf(queries);
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * A Flex query, which Client Portal calls by a number.
     *
     * @param account whose statement it gives, for a query without a column that says so
     */
    public record Query(String id, @Nullable String account) {
        /** Throws IllegalArgumentException for what is no query's id and no account. */
        public Query {
            if (!id.matches("[0-9A-Za-z]{1,40}")) {
                throw new IllegalArgumentException("a Flex query is called by a number, not: " + id);
            }
            if (account != null) {
                AccountId.parse(account);
            }
        }

        Optional<AccountId> accountId() {
            return Optional.ofNullable(account).map(AccountId::parse);
        }
    }
}
