// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/names.h"

#include <array>

namespace tenantry::demo
{

namespace
{

struct Syllable {
    const char16_t *character;
    const char *letters;
};

constexpr std::array surnames{
    Syllable{u"王", "wang"}, Syllable{u"李", "li"},    Syllable{u"张", "zhang"},  Syllable{u"刘", "liu"},   Syllable{u"陈", "chen"},
    Syllable{u"杨", "yang"}, Syllable{u"赵", "zhao"},  Syllable{u"黄", "huang"},  Syllable{u"周", "zhou"},  Syllable{u"吴", "wu"},
    Syllable{u"徐", "xu"},   Syllable{u"孙", "sun"},   Syllable{u"胡", "hu"},     Syllable{u"朱", "zhu"},   Syllable{u"高", "gao"},
    Syllable{u"林", "lin"},  Syllable{u"何", "he"},    Syllable{u"郭", "guo"},    Syllable{u"马", "ma"},    Syllable{u"罗", "luo"},
    Syllable{u"梁", "liang"}, Syllable{u"宋", "song"}, Syllable{u"郑", "zheng"},  Syllable{u"谢", "xie"},   Syllable{u"韩", "han"},
    Syllable{u"唐", "tang"}, Syllable{u"冯", "feng"},  Syllable{u"于", "yu"},     Syllable{u"董", "dong"},  Syllable{u"萧", "xiao"},
    Syllable{u"程", "cheng"}, Syllable{u"曹", "cao"},  Syllable{u"袁", "yuan"},   Syllable{u"邓", "deng"},  Syllable{u"许", "xu"},
    Syllable{u"傅", "fu"},   Syllable{u"沈", "shen"},  Syllable{u"曾", "zeng"},   Syllable{u"彭", "peng"},  Syllable{u"吕", "lv"},
    Syllable{u"单", "shan"}, Syllable{u"区", "ou"},    Syllable{u"查", "zha"},    Syllable{u"尉迟", "yuchi"}, Syllable{u"欧阳", "ouyang"},
};

constexpr std::array givenNames{
    Syllable{u"伟", "wei"},   Syllable{u"芳", "fang"},  Syllable{u"娜", "na"},    Syllable{u"敏", "min"},   Syllable{u"静", "jing"},
    Syllable{u"磊", "lei"},   Syllable{u"洋", "yang"},  Syllable{u"艳", "yan"},   Syllable{u"勇", "yong"},  Syllable{u"杰", "jie"},
    Syllable{u"娟", "juan"},  Syllable{u"涛", "tao"},   Syllable{u"明", "ming"},  Syllable{u"超", "chao"},  Syllable{u"霞", "xia"},
    Syllable{u"平", "ping"},  Syllable{u"刚", "gang"},  Syllable{u"桂英", "guiying"}, Syllable{u"建国", "jianguo"}, Syllable{u"志强", "zhiqiang"},
    Syllable{u"晓东", "xiaodong"}, Syllable{u"雨桐", "yutong"}, Syllable{u"子涵", "zihan"}, Syllable{u"欣怡", "xinyi"}, Syllable{u"浩然", "haoran"},
    Syllable{u"思远", "siyuan"}, Syllable{u"佳琪", "jiaqi"}, Syllable{u"文博", "wenbo"}, Syllable{u"梦瑶", "mengyao"}, Syllable{u"俊杰", "junjie"},
    Syllable{u"雪梅", "xuemei"}, Syllable{u"海燕", "haiyan"}, Syllable{u"国栋", "guodong"}, Syllable{u"若曦", "ruoxi"}, Syllable{u"天宇", "tianyu"},
    Syllable{u"嘉怡", "jiayi"}, Syllable{u"宇轩", "yuxuan"}, Syllable{u"诗涵", "shihan"}, Syllable{u"博文", "bowen"}, Syllable{u"乐", "le"},
};

constexpr std::array englishFirst{"Emma",  "Liam",   "Olivia", "Noah",  "Ava",    "Ethan", "Sophia", "Mason", "Isabella", "Lucas",
                                  "Mia",   "Oliver", "Amelia", "James", "Harper", "Henry", "Evelyn", "Leo",   "Nora",     "Samuel",
                                  "Grace", "Daniel", "Chloe",  "Owen",  "Zoe",    "Priya", "Arjun",  "Diego", "Lucía",    "Aoife"};
constexpr std::array englishLast{"Smith", "Johnson", "Brown",  "Taylor", "Wilson",  "Davies", "Evans",  "Thomas", "Roberts", "Walker",
                                 "Wright", "Hughes", "Green",  "Hall",   "Clarke",  "Patel",  "Turner", "Cooper", "Ward",    "Morris",
                                 "Bell",   "Murphy", "Bailey", "Reid",   "O'Brien", "Sharma", "García", "Novak",  "Kim",     "Rossi"};

constexpr std::array departmentThemes{u"搜索推荐", u"质量效能", u"基础架构", u"数据平台", u"智能客服", u"商家服务", u"配送调度", u"支付结算",
                                      u"风险控制", u"用户增长", u"内容生态", u"安全合规", u"测试开发", u"运维保障", u"产品设计", u"财务分析",
                                      u"人力资源", u"法务",     u"市场营销", u"供应链",   u"国际业务", u"语音算法", u"视觉算法", u"大模型应用"};
constexpr std::array departmentEndings{u"事业群", u"中心", u"部", u"团队", u"组", u"小组"};

constexpr std::array spaceThemes{u"智能客服", u"工单分析", u"代码评审助手", u"商家运营",   u"用户反馈", u"数据看板", u"合同审阅", u"招聘助手",
                                 u"知识中台", u"营销文案", u"故障复盘",     u"Release Ops", u"Onboarding", u"Data Quality", u"Finance Close", u"Design Review"};
constexpr std::array spaceEndings{u"空间", u"项目", u"协作区", u"工作台"};
constexpr std::array resourceThemes{u"工单分类", u"客服助手", u"日报生成", u"产品手册", u"订单明细", u"周会纪要", u"质检规则", u"转化漏斗",
                                    u"告警汇总", u"FAQ",     u"库存预测", u"舆情摘要"};

template <class List>
const auto &any(const List &list, Random &random)
{
    return list[std::uniform_int_distribution<size_t>(0, list.size() - 1)(random)];
}

QString resourceEnding(const QString &kind)
{
    if (kind == QLatin1String("agent"))
        return QStringLiteral("智能体");
    if (kind == QLatin1String("workflow"))
        return QStringLiteral("工作流");
    if (kind == QLatin1String("plugin"))
        return QStringLiteral("插件");
    if (kind == QLatin1String("knowledge_base"))
        return QStringLiteral("知识库");
    if (kind == QLatin1String("application"))
        return QStringLiteral("应用");
    if (kind == QLatin1String("table"))
        return QStringLiteral("表格");
    return QStringLiteral("仪表盘");
}

} // namespace

PersonName chineseName(Random &random)
{
    const Syllable &surname = any(surnames, random);
    const Syllable &given = any(givenNames, random);
    return {QString::fromUtf16(surname.character) + QString::fromUtf16(given.character),
            QString::fromLatin1(given.letters) + u'.' + QString::fromLatin1(surname.letters)};
}

PersonName englishName(Random &random)
{
    const QString first = QString::fromUtf8(any(englishFirst, random));
    const QString last = QString::fromUtf8(any(englishLast, random));
    QString letters;
    for (const QChar c : (first + u'.' + last).normalized(QString::NormalizationForm_D).toLower())
        if (c == u'.' || (c >= u'a' && c <= u'z'))
            letters += c;
    return {first + u' ' + last, letters};
}

QString departmentName(int depth, int n, Random &random)
{
    const size_t ending = std::min(size_t(depth), departmentEndings.size() - 1);
    QString name = QString::fromUtf16(any(departmentThemes, random)) + QString::fromUtf16(departmentEndings[ending]);
    return name + QString::number(n);
}

QString spaceName(int n, Random &random)
{
    const QString theme = QString::fromUtf16(spaceThemes[size_t(n) % spaceThemes.size()]);
    const QString name = theme + QString::fromUtf16(any(spaceEndings, random));
    return n < int(spaceThemes.size()) ? name : name + u' ' + QString::number(n + 1);
}

QString resourceName(const QString &kind, int n, Random &random)
{
    const QString name = QString::fromUtf16(any(resourceThemes, random)) + resourceEnding(kind);
    return n == 0 ? name : name + u' ' + QString::number(n + 1);
}

} // namespace tenantry::demo
