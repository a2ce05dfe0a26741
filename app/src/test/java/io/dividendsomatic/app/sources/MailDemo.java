package io.dividendsomatic.app.sources;

import io.dividendsomatic.app.Dividendsomatic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Shows how a mail becomes holdings: a mail server and the program, both on this machine and for a moment only. */
final class MailDemo {
    private static final String MAIL = """
            From: donotreply@interactivebrokers.com
            To: me@localhost
            Subject: Activity Flex for 02/02/2026
            Message-ID: <1@example.com>
            MIME-Version: 1.0
            Content-Type: text/csv
            Content-Disposition: attachment; filename="flex.csv"

            ClientAccountID,ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
            U0000001,2026-02-02,EUR,KUUSI,300,21.6,6480,5670,1,FI0000000011
            U0000001,2026-02-02,USD,ALFA,1000,10.5,10500,9800,0.845,US000000AA16
            """;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI program;

    private MailDemo(URI program) {
        this.program = program;
    }

    public static void main(String[] args) {
        int code = 1;
        try {
            run();
            code = 0;
        } catch (Exception e) {
            say("It failed: " + e);
        }
        System.exit(code); // whatever still runs
    }

    private static void run() throws Exception {
        Path folder = Files.createTempDirectory("mail-demo");
        String password = UUID.randomUUID().toString();
        try (LoopbackMail mailbox = new LoopbackMail(folder, password)) {
            mailbox.deliver(MAIL);
            say(
                    "A mailbox at localhost has one mail of a broker. The program starts, knowing the mailbox as mail.demo.");
            ConfigurableApplicationContext context = start(folder.resolve("home"), mailbox, password);
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            new MailDemo(URI.create("http://127.0.0.1:" + port)).show();
            SpringApplication.exit(context);
        }
    }

    private static ConfigurableApplicationContext start(Path home, LoopbackMail mailbox, String password) {
        List<String> settings = new ArrayList<>(List.of(
                "--dividendsomatic.home=" + home,
                "--dividendsomatic.sources.mail.demo.password=" + password,
                "--server.port=0",
                "--logging.level.root=warn"));
        mailbox.settings("demo").forEach((name, value) -> settings.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(Dividendsomatic.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new));
    }

    private void show() throws IOException, InterruptedException {
        String source = "/api/v1/admin/sources/mail.demo";
        say("POST " + source + "/poll");
        send(HttpRequest.newBuilder(program.resolve(source + "/poll")).POST(BodyPublishers.noBody()));
        await(source, "\"endedAt\"");
        say("GET " + source);
        say(get(source, "application/json"));
        String holdings = "/api/v1/holdings?asOf=2026-02-02";
        await(holdings, "US000000AA16");
        say("GET " + holdings + " as CSV");
        say(get(holdings, "text/csv"));
    }

    private void await(String path, String expected) throws IOException, InterruptedException {
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(LOOK)) {
            if (get(path, "application/json").contains(expected)) {
                return;
            }
            Thread.sleep(LOOK);
        }
        throw new IllegalStateException(path + " does not tell " + expected + ": " + get(path, "application/json"));
    }

    private String get(String path, String as) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(program.resolve(path)).header("Accept", as));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
