package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.journal.ImportJournal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

class LiveImportsTest {
    /** The server itself is ready to wait for 30 s. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** The server and nothing else. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Server {
        /** Nobody looks into the journal here, so there is none. */
        @Bean
        LiveImports live(@Lazy ImportJournal journal) {
            return new LiveImports(journal);
        }
    }

    @Test
    void a_reader_who_leaves_is_no_error_of_the_page() {
        assertThat(new PageProblems()
                        .other(
                                new AsyncRequestNotUsableException("gone", new IOException("Broken pipe")),
                                new MockHttpServletRequest("GET", "/imports/live"),
                                Locale.ENGLISH))
                .isNull();
    }

    @Test
    void the_program_stops_soon_while_a_page_listens() throws Exception {
        ConfigurableApplicationContext server = new SpringApplicationBuilder(Server.class)
                .run("--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=WARN");
        try (server) {
            HttpClient page = HttpClient.newHttpClient();
            String port = server.getEnvironment().getRequiredProperty("local.server.port");
            URI address = URI.create("http://127.0.0.1:" + port + "/imports/live");
            HttpResponse<InputStream> listening =
                    page.send(HttpRequest.newBuilder(address).timeout(SOON).build(), BodyHandlers.ofInputStream());
            assertThat(listening.statusCode()).isEqualTo(200);
            long begin = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
            assertThat(listening.body().readAllBytes()).asString().startsWith(":listening");
        }
    }
}
