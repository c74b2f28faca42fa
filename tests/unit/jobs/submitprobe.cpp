// submitprobe ADDRESS FOLDER COMMAND [COUNT] [USER PASSWORDFILE]: submits COMMAND with FOLDER to a real Ray, follows the log to the end
// and prints one JSON object per job: the time to the answer of the start, of each step, the final state, and whether the log that was
// followed is the log that Ray has.
#include "core/steps.h"
#include "jobs/followlogs.h"
#include "jobs/submitjob.h"
#include "remote/http.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iostream>

using namespace rayhelm;

static QJsonObject submitOnce(RayClient &client, const QString &folder, const QString &command)
{
    JobSpec spec;
    spec.submissionId = newSubmissionId(QStringLiteral("probe"));
    spec.name = QStringLiteral("probe");
    spec.folder = folder;
    spec.editedEntrypoint = command;
    Steps steps;
    QElapsedTimer clock;
    clock.start();
    const Result<QString> sent = QCoro::waitFor(submitJob(client, spec, &steps, {}));
    const double elapsed = double(clock.nsecsElapsed()) / 1e6;
    if (!sent)
        return {{QStringLiteral("error"), sent.error().summary}, {QStringLiteral("detail"), sent.error().detail}};
    QJsonArray times;
    for (const Step &step : steps.all())
        times.append(double(step.elapsed.count()));
    QString text;
    LogFollower follower(client, *sent);
    QObject::connect(&follower, &LogFollower::textReceived, [&text](const QString &piece) { text += piece; });
    QString link;
    QObject::connect(&follower, &LogFollower::linkChanged, [&link](LogLink state) { link += QString::number(int(state)); });
    const Result<JobDetails> ended = QCoro::waitFor(follower.follow({}));
    const Result<QString> log = QCoro::waitFor(client.logs(*sent, {}));
    return {{QStringLiteral("id"), *sent},
            {QStringLiteral("ms"), elapsed},
            {QStringLiteral("steps"), times},
            {QStringLiteral("state"), ended ? ended->statusName : ended.error().summary},
            {QStringLiteral("message"), ended ? ended->message : QString()},
            {QStringLiteral("links"), link},
            {QStringLiteral("characters"), text.size()},
            {QStringLiteral("same"), log && *log == text}};
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 4)
        return 2;
    Secret password;
    if (arguments.size() > 6) {
        QFile file(arguments[6]);
        if (file.open(QIODevice::ReadOnly))
            password = Secret(file.readAll().trimmed());
    }
    const Result<RayAddress> address = ingressAddress(arguments[1], arguments.value(5), std::move(password));
    if (!address) {
        std::cout << address.error().summary.toStdString() << std::endl;
        return 2;
    }
    RayClient client(makeNetwork(&app), *address);
    const int count = qMax(1, arguments.value(4).toInt());
    bool good = true;
    for (int i = 0; i < count; ++i) {
        const QJsonObject result = submitOnce(client, arguments[2], arguments[3]);
        good = good && result.value(QLatin1String("same")).toBool();
        std::cout << QJsonDocument(result).toJson(QJsonDocument::Compact).toStdString() << std::endl;
    }
    return good ? 0 : 1;
}
