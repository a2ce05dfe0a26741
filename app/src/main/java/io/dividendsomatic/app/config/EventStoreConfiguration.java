package io.dividendsomatic.app.config;

import io.dividendsomatic.dividends.events.DividendEvents;
import io.dividendsomatic.dividends.forecasts.Forecasts;
import io.dividendsomatic.ingestion.events.IngestionEvents;
import io.dividendsomatic.portfolio.account.Account;
import io.dividendsomatic.portfolio.account.AccountCache;
import io.dividendsomatic.portfolio.events.PortfolioEvents;
import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.eventstore.EventSerializer;
import io.dividendsomatic.portfolio.eventstore.EventTypes;
import io.dividendsomatic.portfolio.instruments.IdentityDecisions;
import io.dividendsomatic.portfolio.references.NamedReferences;
import io.dividendsomatic.portfolio.references.ReferenceFile;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon on the application's own database, wired by hand: what runs stands on this page, and nothing of Axon looks
 * beyond the machine (its update check is part of the starter, which is not used).
 */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {
    /** Events fetched from the database at a time; a chunk of rows is one event, so this bounds memory too. */
    private static final int EVENTS_A_FETCH = 200;

    @Bean
    EventTypes eventTypes() {
        return new EventTypes(PortfolioEvents.TYPES, IngestionEvents.TYPES, DividendEvents.TYPES);
    }

    @Bean
    EventSerializer eventSerializer(EventTypes types) {
        return new EventSerializer(
                types,
                EventJson.mapper(IngestionEvents.json()),
                Jackson3Serializer.builder().build());
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    JdbcEventStorageEngine eventStorageEngine(
            ConnectionProvider connections, TransactionManager transactions, EventSerializer serializer) {
        PersistenceExceptionResolver duplicateKey = new JdbcSQLErrorCodesResolver();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .schema(schema())
                .batchSize(EVENTS_A_FETCH)
                .persistenceExceptionResolver(e -> duplicateKey.isDuplicateKeyViolation(e) || isUniqueViolation(e))
                .build();
    }

    /** SQLSTATE 23505 is a unique violation on H2 and PostgreSQL alike. */
    private static boolean isUniqueViolation(Exception e) {
        return e instanceof SQLException sql
                && ("23505".equals(sql.getSQLState())
                        || (sql.getNextException() != null && isUniqueViolation(sql.getNextException())));
    }

    private static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("event")
                .snapshotTable("aggregate_state")
                .globalIndexColumn("global_index")
                .timestampColumn("recorded_at")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("stream_id")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("stream_type")
                .payloadTypeColumn("event_type")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

    /** Every reader fetches for itself: the shared cache of new events would hold whole chunks of rows in memory. */
    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(JdbcEventStorageEngine engine) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .optimizeEventConsumption(false)
                .build();
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(Jackson3Serializer.builder().build())
                .schema(TokenSchema.builder()
                        .setTokenTable("token")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("claimed_at")
                        .setOwnerColumn("owner")
                        .build())
                .build();
    }

    @Bean
    Repository<Account> accountRepository(EmbeddedEventStore eventStore) {
        return EventSourcingRepository.builder(Account.class)
                .eventStore(eventStore)
                .cache(new AccountCache())
                .build();
    }

    @Bean
    Repository<ReferenceFile> referenceFileRepository(EmbeddedEventStore eventStore) {
        return EventSourcingRepository.builder(ReferenceFile.class)
                .eventStore(eventStore)
                .build();
    }

    @Bean
    Repository<NamedReferences> namedReferencesRepository(EmbeddedEventStore eventStore) {
        return EventSourcingRepository.builder(NamedReferences.class)
                .eventStore(eventStore)
                .build();
    }

    /** A handful of events that are read with each decision. */
    @Bean
    Repository<IdentityDecisions> identityDecisionsRepository(EmbeddedEventStore eventStore) {
        return EventSourcingRepository.builder(IdentityDecisions.class)
                .eventStore(eventStore)
                .build();
    }

    /** One event a month and account. */
    @Bean
    Repository<Forecasts> forecastsRepository(EmbeddedEventStore eventStore) {
        return EventSourcingRepository.builder(Forecasts.class)
                .eventStore(eventStore)
                .build();
    }

    @Bean
    CommandBus commandBus(
            TransactionManager transactions,
            Repository<Account> accounts,
            Repository<ReferenceFile> referenceFiles,
            Repository<NamedReferences> namedReferences,
            Repository<IdentityDecisions> identityDecisions,
            Repository<Forecasts> forecasts) {
        SimpleCommandBus bus =
                SimpleCommandBus.builder().transactionManager(transactions).build();
        subscribe(bus, Account.class, accounts);
        subscribe(bus, ReferenceFile.class, referenceFiles);
        subscribe(bus, NamedReferences.class, namedReferences);
        subscribe(bus, IdentityDecisions.class, identityDecisions);
        subscribe(bus, Forecasts.class, forecasts);
        return bus;
    }

    private static <T> void subscribe(CommandBus bus, Class<T> aggregate, Repository<T> repository) {
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(aggregate)
                .repository(repository)
                .build()
                .subscribe(bus);
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus) {
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }
}
