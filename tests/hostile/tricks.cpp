#include "tricks.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace rayhelm {

QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

Tricks::Tricks(quint32 seed, QString picture, quint16 trap)
    : m_random(seed)
    , m_picture(std::move(picture))
    , m_trap(trap)
{
}

QString Tricks::hostileName()
{
    const QStringList places{QStringLiteral(".ssh/authorized_keys"), QStringLiteral(".bashrc"), QStringLiteral(".config/autostart/x.desktop"),
                             QStringLiteral("chosen/../home/.profile")};
    QString climb;
    for (int i = below(9); i >= 0; --i)
        climb += QStringLiteral("../");
    switch (below(16)) {
    case 0: return climb + places.at(below(4));
    case 1: return climb + places.at(below(4)) + QChar(0);
    case 2: return QFileInfo(m_picture).path() + QLatin1Char('/') + places.at(0);
    case 3: return QStringLiteral("--") + QStringList{QStringLiteral("all"), QStringLiteral("previous"), QStringLiteral("kubeconfig=/x")}.at(below(3));
    case 4: return QStringLiteral("-oProxyCommand=touch x");
    case 5: return QStringLiteral("a") + QChar(below(32)) + QStringLiteral("b");
    case 6: return QStringLiteral("a\u202egpj.exe");
    case 7: return QString(10000, QLatin1Char('a'));
    case 8: return QStringLiteral("$(touch pwned)`touch pwned`;touch pwned");
    case 9: return QStringLiteral("'; touch pwned; '");
    case 10: return QStringLiteral("<img src=\"%1\">").arg(m_picture);
    case 11: return QStringLiteral("raycluster-kuberay-head-\u0430\u0431\u0432\u0433\u0434");
    case 12: return QStringLiteral("%1%2%n%s%99");
    case 13: return QStringLiteral(".");
    case 14: return QStringLiteral("C:\\..\\x");
    default: return QStringLiteral("raycluster-kuberay-head-h7x2p\n");
    }
}

QString Tricks::hostileText()
{
    switch (below(10)) {
    case 0: return QStringLiteral("<img src=\"%1\">").arg(m_picture);
    case 1: return QStringLiteral("<html><body><a href=\"file://%1\">x</a><img src=\"file://%1\"></body></html>").arg(m_picture);
    case 2: return QStringLiteral("<img src=\"http://127.0.0.1:%1/x.png\"><link rel=stylesheet href=\"http://127.0.0.1:%1/x\">").arg(m_trap);
    case 3: return QStringLiteral("<table><tr><td background=\"%1\">x</td></tr></table>").arg(m_picture);
    case 4: return QStringLiteral("\u001b]0;title\u0007\u001b[31mred\u001b[2J");
    case 5: return QStringLiteral("\u202eabc\u2066def\u200b\ufeff\u2028x");
    case 6: return QString(300000, QLatin1Char('x'));
    case 7: return QStringLiteral("%1 %2 %n &amp; &File\t\n\r\n");
    case 8: return QString(2000, QLatin1Char('\n'));
    default: return QString(5000, QLatin1Char('<'));
    }
}

QByteArray Tricks::value()
{
    switch (below(8)) {
    case 0: return "null";
    case 1: return "1e300";
    case 2: return "-9223372036854775808";
    case 3: return "[]";
    case 4: return "{\"a\":{\"b\":[1,2,{}]}}";
    case 5: return "true";
    case 6: return quoted(hostileText());
    default: return quoted(hostileName());
    }
}

QByteArray Tricks::pod()
{
    const auto field = [this](const char *honest) { return below(3) == 0 ? value() : quoted(QString::fromUtf8(honest)); };
    return "{\"metadata\":{\"name\":" + field("raycluster-kuberay-head-h7x2p") + ",\"uid\":" + field("uid-1") + ",\"creationTimestamp\":"
         + field("2026-01-01T00:00:00Z") + ",\"deletionGracePeriodSeconds\":" + value() + ",\"annotations\":{\"JobID\":" + field("4711")
         + ",\"slurm-job.vk.io/flags\":" + field("--gres=gpu:1 --time=230")
         + "},\"labels\":{\"ray.io/node-type\":\"head\",\"ray.io/group\":" + field("g") + ",\"ray.io/cluster\":" + field("raycluster-kuberay")
         + "}},\"spec\":{\"nodeName\":" + field("vega-virtual-node") + ",\"containers\":[{\"name\":" + field("ray-head") + ",\"image\":" + field("x:1")
         + "}]},\"status\":{\"phase\":" + field("Running") + ",\"reason\":" + field("x") + ",\"message\":" + quoted(hostileText()) + ",\"podIP\":"
         + field("10.0.0.1") + ",\"containerStatuses\":[{\"name\":" + field("ray-head") + ",\"ready\":true,\"state\":{\"waiting\":{\"reason\":" + field("x")
         + ",\"message\":" + quoted(hostileText()) + "}}}]}}";
}

QByteArray Tricks::list(const QByteArray &items) const
{
    return "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + items + "]}";
}

/// What can happen to any answer.
QByteArray Tricks::spoiled(const QByteArray &honest, Trick &trick)
{
    switch (below(12)) {
    case 0: trick.name += QStringLiteral(", cut"); return honest.left(honest.size() / 2);
    case 1: trick.name += QStringLiteral(", deep"); return QByteArray(200000, '[') + QByteArray(200000, ']');
    case 2: trick.name += QStringLiteral(", endless"); trick.how = "endless"; return QByteArray(250000, 'x') + honest.left(1000) + '\n';
    case 3: trick.name += QStringLiteral(", slow"); trick.how = "slow"; return honest;
    case 4: trick.name += QStringLiteral(", wrong type"); return value();
    case 5: trick.name += QStringLiteral(", nothing"); return {};
    case 6: {
        trick.name += QStringLiteral(", noise");
        QByteArray noise(3000, '\0');
        for (char &byte : noise)
            byte = char(below(256));
        return noise;
    }
    case 7: trick.name += QStringLiteral(", fails"); trick.how = "fails"; return hostileText().toUtf8();
    default: return honest;
    }
}

Trick Tricks::ofFile(const QByteArray &file)
{
    Trick trick;
    trick.file = file;
    trick.name = QString::fromUtf8(file);
    QByteArray honest;
    if (file == "pods") {
        const int count = QList<int>{1, 3, 40, 2000}.at(below(4));
        QByteArrayList pods;
        const QByteArray first = pod();
        for (int i = 0; i < count; ++i)
            pods.append(count > 40 ? QByteArray(first).replace("uid-1", "uid-" + QByteArray::number(i)) : pod());
        honest = list(pods.join(','));
    } else if (file == "events") {
        QByteArrayList events;
        for (int i = QList<int>{3, 30, 3000}.at(below(3)); i > 0; --i) {
            events.append("{\"metadata\":{\"uid\":\"e" + QByteArray::number(i) + "\"},\"type\":\"Warning\",\"reason\":" + (i % 7 ? "\"Failed\"" : value())
                          + ",\"message\":" + quoted(hostileText().left(i > 100 ? 500 : 400000)) + ",\"involvedObject\":{\"kind\":\"Pod\",\"name\":"
                          + (i % 5 ? QByteArray("\"raycluster-kuberay-head-h7x2p\"") : quoted(QStringLiteral("raycluster-kuberay") + hostileName())) + "},\"lastTimestamp\":\""
                          + QDateTime::currentDateTimeUtc().addSecs(-i).toString(Qt::ISODate).toUtf8() + "\"}");
        }
        honest = list(events.join(','));
    } else if (file == "nodes") {
        honest = list("{\"metadata\":{\"name\":" + quoted(hostileName()) + "},\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":" + value()
                      + "}]}},{\"metadata\":{\"name\":\"vega-virtual-node\"},\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"False\",\"message\":"
                      + quoted(hostileText()) + "}]}}");
    } else if (file == "rayclusters") {
        honest = list("{\"metadata\":{\"name\":" + quoted(hostileName()) + ",\"creationTimestamp\":" + value()
                      + "},\"spec\":{\"workerGroupSpecs\":[{\"groupName\":" + quoted(hostileName()) + ",\"replicas\":2147483647,\"numOfHosts\":2147483647}]},\"status\":{\"state\":"
                      + quoted(hostileText()) + "}}");
    } else if (file == "watch") {
        for (int i = 0; i < QList<int>{1, 100, 3000}.at(below(3)); ++i)
            honest += "{\"type\":\"" + QByteArrayList{"ADDED", "MODIFIED", "DELETED", "ERROR"}.at(below(4)) + "\",\"object\":" + (i < 50 ? pod() : QByteArray("{}")) + "}\n";
    } else if (file == "labels") {
        honest = "1\tdeployed\t" + hostileName().toUtf8() + '\t' + hostileText().left(1000).toUtf8() + "\t2026-01-01T00:00:00Z\t" + value().left(100) + '\n';
    } else if (file == "logs") {
        honest = below(2) ? hostileText().toUtf8() : QByteArray(2000000, '\n');
    } else if (file == "squeue") {
        honest = "J|" + hostileName().toUtf8() + '|' + hostileName().toUtf8() + "|RUNNING|" + hostileText().left(1000).toUtf8() + "|9999999999999|x\n";
    } else { // helm-history
        honest = "[{\"revision\":" + value() + ",\"updated\":" + value() + ",\"status\":" + value() + ",\"chart\":" + quoted(hostileText()) + ",\"description\":"
               + quoted(hostileText()) + "}]";
    }
    trick.text = spoiled(honest, trick);
    return trick;
}

QByteArray Tricks::jobs(int count)
{
    QByteArrayList all;
    for (int i = 0; i < count; ++i) {
        all.append("{\"type\":\"SUBMISSION\",\"submission_id\":" + (i % 4 ? quoted(QStringLiteral("job-%1").arg(i)) : quoted(hostileName()))
                   + ",\"status\":" + (i % 3 ? QByteArray("\"FAILED\"") : value()) + ",\"entrypoint\":" + quoted(hostileText().left(count > 100 ? 400 : 400000))
                   + ",\"message\":" + quoted(hostileText().left(count > 100 ? 400 : 400000)) + ",\"start_time\":" + QByteArray::number(1700000000000 + i)
                   + ",\"end_time\":" + value().left(100) + ",\"metadata\":{" + quoted(hostileName()) + ':' + quoted(hostileText().left(400)) + "}}");
    }
    return '[' + all.join(',') + ']';
}

Trick Tricks::ofAddress()
{
    static const QByteArrayList paths{"/ray/api/version", "/ray/nodes", "/ray/api/jobs/", "/ray/api/jobs/", "/mlflow/", "/registry/"};
    Trick trick;
    trick.path = paths.at(below(int(paths.size())));
    trick.name = QString::fromUtf8(trick.path);
    QByteArray honest;
    if (trick.path.endsWith("/jobs/"))
        honest = jobs(QList<int>{1, 20, 3000}.at(below(3)));
    else if (trick.path.endsWith("/nodes"))
        honest = "{\"result\":true,\"data\":{\"summary\":[{\"raylet\":{\"nodeId\":" + value() + ",\"instanceId\":" + quoted(hostileName())
               + ",\"state\":\"ALIVE\",\"resourcesTotal\":{" + quoted(hostileName()) + ":1e300}}}]}}";
    else if (trick.path.startsWith("/registry"))
        honest = "{\"name\":\"x\",\"tags\":[" + quoted(hostileName()) + ',' + quoted(hostileText()) + ",\"good\"]}";
    else
        honest = "{\"ray_version\":" + value() + ",\"session_name\":" + value() + ",\"experiment\":" + value() + "}";
    trick.lie.body = spoiled(honest, trick);
    if (std::exchange(trick.how, {}) == "endless")
        trick.lie.manner = Manner::Endless;
    switch (below(10)) {
    case 0: trick.name += QStringLiteral(", cut short"); trick.lie.manner = Manner::Cut; break;
    case 1: trick.name += QStringLiteral(", in pieces"); trick.lie.manner = Manner::Slow; trick.lie.body.truncate(5000); break;
    case 2:
        trick.name += QStringLiteral(", redirect");
        trick.lie.status = 302;
        trick.lie.headers = "Location: http://127.0.0.1:" + QByteArray::number(m_trap) + "/x\r\n";
        break;
    case 3:
        trick.name += QStringLiteral(", challenge");
        trick.lie.status = 401;
        trick.lie.headers = "WWW-Authenticate: Bearer realm=\"http://127.0.0.1:" + QByteArray::number(m_trap) + "/token\",service=\"x\",scope=\"y\"\r\n";
        break;
    case 4:
        trick.name += QStringLiteral(", next page");
        trick.lie.headers = "Link: <http://127.0.0.1:" + QByteArray::number(m_trap) + "/v2/x>; rel=\"next\"\r\nSet-Cookie: a=b\r\nRefresh: 0;url=http://127.0.0.1:"
                          + QByteArray::number(m_trap) + "/\r\n";
        break;
    case 5: trick.name += QStringLiteral(", no http"); trick.lie.status = 0; break;
    case 6: trick.name += QStringLiteral(", error"); trick.lie.status = 500; break;
    default: break;
    }
    return trick;
}

Trick Tricks::next()
{
    static const QByteArrayList files{"pods", "events", "nodes", "rayclusters", "watch", "labels", "logs", "squeue", "helm-history"};
    Trick trick = below(3) == 0 ? ofAddress() : ofFile(files.at(below(int(files.size()))));
    trick.name = QStringLiteral("%1: %2").arg(++m_number).arg(trick.name);
    return trick;
}

QList<Trick> Tricks::known()
{
    const auto named = [this](const QString &podName) {
        return list("{\"metadata\":{\"name\":" + quoted(podName) + ",\"uid\":\"uid-x\"},\"status\":{\"phase\":\"Running\",\"containerStatuses\":[{\"name\":\"ray-head\",\"ready\":true,"
                    "\"state\":{\"running\":{}}}]}}");
    };
    QList<Trick> all;
    const auto file = [&all](const QString &name, const QByteArray &kind, const QByteArray &text, const QByteArray &how = {}) {
        Trick trick;
        trick.name = name;
        trick.file = kind;
        trick.text = text;
        trick.how = how;
        all.append(trick);
    };
    file(QStringLiteral("pod names a key file"), "pods", named(QStringLiteral("../../home/.ssh/authorized_keys") + QChar(0)));
    file(QStringLiteral("pod names an autostart entry"), "pods", named(QStringLiteral("../home/.config/autostart/x.desktop") + QChar(0)));
    file(QStringLiteral("pod is an option"), "pods", named(QStringLiteral("--previous")));
    file(QStringLiteral("event with a picture"), "events",
         list("{\"metadata\":{\"uid\":\"e\"},\"type\":\"Warning\",\"reason\":\"Failed\",\"message\":" + quoted(QStringLiteral("<img src=\"%1\">").arg(m_picture))
              + ",\"involvedObject\":{\"kind\":\"Pod\",\"name\":\"raycluster-kuberay-head-h7x2p\"},\"lastTimestamp\":\"2026-11-30T00:00:00Z\"}"));
    file(QStringLiteral("log with escapes"), "logs", "\x1b]0;x\x07\x1b[31mred\x1b[0m\n");
    file(QStringLiteral("endless watch"), "watch", QByteArray(1000, '{') + '\n', "endless");
    Trick big;
    big.name = QStringLiteral("job list of 12 MB");
    big.path = "/ray/api/jobs/";
    QByteArrayList jobs;
    for (int i = 0; i < 12000; ++i)
        jobs.append("{\"type\":\"SUBMISSION\",\"submission_id\":\"job-" + QByteArray::number(i) + "\",\"status\":\"RUNNING\",\"entrypoint\":\"" + QByteArray(600, 'e')
                    + "\",\"message\":\"" + QByteArray(300, 'm') + "\",\"start_time\":" + QByteArray::number(1700000000000 + i) + "}");
    big.lie.body = '[' + jobs.join(',') + ']';
    all.append(big);
    Trick huge = big;
    huge.name = QStringLiteral("endless job list");
    huge.lie.body = QByteArray(100000, ' ') + "[{},";
    huge.lie.manner = Manner::Endless;
    all.append(huge);
    return all;
}

QByteArrayList Tricks::banners(const QString &picture, const QString &knownHosts)
{
    const QByteArray key = "SHA256:" + QByteArray(43, 'F');
    QByteArray every;
    for (int i = 1; i < 256; ++i)
        every += char(i);
    return {"debug1: Authenticating to victim.example:22 as 'root'\n"
            "debug1: Server host key: ssh-ed25519 " + key + "\n"
            "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n"
            "The fingerprint for the ED25519 key sent by the remote host is\n" + key + ".\n"
            "Offending ED25519 key in " + knownHosts.toUtf8() + ":1\n"
            "Host key for victim.example has changed and you have requested strict checking.\n"
            "Host key verification failed.\nPermission denied (publickey,password).\n",
            "\x1b]0;title\x07\x1b[2J\x1b[31mred\x1b[8m" + every + "\n\xe2\x80\xae\xe2\x81\xa6\xe2\x80\xa8gpj.exe\n",
            "<html><img src=\"" + picture.toUtf8() + "\"><img src=\"file://" + picture.toUtf8() + "\"><h1>call us</h1>\n",
            (QByteArray(10000, 'x') + '\n').repeated(24),
            QByteArray("[sudo] password for root: Enter passphrase for key '/root/.ssh/id_ed25519': \n").repeated(500)};
}

} // namespace rayhelm
