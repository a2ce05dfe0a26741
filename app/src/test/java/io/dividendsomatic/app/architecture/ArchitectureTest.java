package io.dividendsomatic.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dividendsomatic");
    private static final String OURS = "io.dividendsomatic.";
    private static final String[] DOMAIN = {
        OURS + "portfolio.kernel..",
        OURS + "portfolio.statement..",
        OURS + "portfolio.account..",
        OURS + "portfolio.ledger.."
    };

    @Test
    void everything_points_at_the_portfolio() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("portfolio")
                .definedBy(OURS + "portfolio..")
                .layer("ingestion")
                .definedBy(OURS + "ingestion..")
                .optionalLayer("dividends")
                .definedBy(OURS + "dividends..")
                .layer("reporting")
                .definedBy(OURS + "reporting..")
                .layer("app")
                .definedBy(OURS + "app..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ingestion")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("reporting")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("dividends")
                .mayOnlyBeAccessedByLayers("reporting", "app")
                .whereLayer("portfolio")
                .mayOnlyBeAccessedByLayers("ingestion", "dividends", "reporting", "app")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"portfolio", "ingestion", "dividends", "reporting"})
    void the_packages_of_a_module_make_no_circle(String module) {
        slices().matching(OURS + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void the_kernel_is_plain_java() {
        classes()
                .that()
                .resideInAPackage(OURS + "portfolio.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", OURS + "portfolio.kernel..")
                .check(CLASSES);
    }

    @Test
    void only_the_table_knows_the_csv_library() {
        onlyIn("CsvTable", "com.univocity..");
    }

    /** Entities and document types are refused in one place; a second parser would let them in. */
    @Test
    void only_the_safe_reader_parses_xml() {
        onlyIn("SafeXml", "javax.xml..", "org.xml..", "org.w3c..");
    }

    @Test
    void only_what_the_user_writes_is_yaml() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        OURS + "ingestion.format.generic..",
                        OURS + "ingestion.format.manual..",
                        OURS + "ingestion.aliases..",
                        OURS + "app.terms..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..dataformat.yaml..", "org.yaml..", "org.snakeyaml..")
                .check(CLASSES);
    }

    @Test
    void only_mailboxes_know_the_mail_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OURS + "ingestion.source.mail..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(CLASSES);
    }

    private static void onlyIn(String type, String... packages) {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\." + type + "(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CLASSES);
    }

    /** The registry is the one place that names them all. */
    @Test
    void formats_of_one_broker_know_nothing_of_anothers() {
        slices().matching(OURS + "ingestion.format.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void formats_are_pure() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "ingestion.format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "jakarta..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void the_domain_knows_no_database_and_no_json() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "jakarta..", "java.sql..", "tools.jackson..", "com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void the_ledger_is_pure() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "portfolio.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.axonframework..", OURS + "portfolio.holdings..", "java.io..", "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void the_domain_and_the_formats_know_neither_chance_nor_the_machine_they_run_on() {
        noClasses()
                .that()
                .resideInAnyPackage(Stream.concat(Stream.of(DOMAIN), Stream.of(OURS + "ingestion.format.."))
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(Random|concurrent\\.ThreadLocalRandom)|java\\.security\\.SecureRandom")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .check(CLASSES);
    }

    @Test
    void nobody_reads_a_clock_but_the_one_that_is_injected() {
        noClasses()
                .that()
                .resideOutsideOfPackage(OURS + "app.config..")
                .should()
                .callMethodWhere(target(name("now"))
                        .and(describe(
                                "of java.time without a clock",
                                (JavaCall<?> call) ->
                                        call.getTargetOwner().getPackageName().equals("java.time")
                                                && call.getTarget()
                                                        .getRawParameterTypes()
                                                        .isEmpty())))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void no_binary_fractions_in_fields() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.dividendsomatic..")
                .should()
                .haveRawType("double")
                .orShould()
                .haveRawType("float")
                .check(CLASSES);
    }

    @Test
    void no_binary_fractions_in_results() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.dividendsomatic..")
                .should()
                .haveRawReturnType("double")
                .orShould()
                .haveRawReturnType("float")
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Entity|Dto|DTO|Impl|Manager|Utils?|Helper)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void settings_are_records() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .check(CLASSES);
    }

    @Test
    void event_fields_are_final() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("..events..")
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void handlers_of_events_are_called_on() {
        methods()
                .that()
                .areAnnotatedWith(EventHandler.class)
                .should()
                .haveName("on")
                .check(CLASSES);
    }

    /** Axon looks for updates over the network when its own configuration or starter runs. */
    @Test
    void nothing_of_axon_calls_home() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework.updates..", "org.axonframework.config..")
                .check(CLASSES);
        assertThat(getClass().getResource("/org/axonframework/springboot/autoconfig/AxonAutoConfiguration.class"))
                .isNull();
    }
}
