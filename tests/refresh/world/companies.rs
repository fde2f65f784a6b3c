//! Large companies in the small world: the list, and the pay of the worker in the middle.

use super::World;

pub const COMPANIES: &str = "companies/large.csv";
pub const WORKER_PAY: &str = "companies/median_worker_pay_sp500_fy2023.tsv";

impl World {
    pub(super) fn add_companies(&mut self) {
        self.texts.insert(
            COMPANIES,
            "company,ticker,industry,sector,employees,revenue_musd,profit_musd,hq_city,hq_state,website,company_type\n\
             Zeta Air,ZTA,Airlines,Transportation,103000,58048,4609,Atlanta,Georgia,https://www.zeta.com,Public\n\
             Alpha Markets,ZTA,\"Food,  Drug Stores\",Food,255000,57534.2,-4349.5,Lakeland,Florida,https://alpha.com/about,Private\n\
             Beta Power,BF.B,Energy,Energy,2000,2554,,Houston,Texas,https://www.beta.com/,Public\n"
                .to_owned(),
        );
        self.texts.insert(
            WORKER_PAY,
            "Ticker\tCompany\tMed.Worker.Pay\tPay.Ratio\tCEO.Pay.M\tmid68\n\
             ZTA\tZeta Air Lines, Inc.\t102174\t339\t34.2\t0\n\
             BF.B\tBeta Corp.\t0\t398\t0\t0\n\
             ZTA\tZeta Air Lines, Inc.\t102174\t339\t34.2\t0\n"
                .to_owned(),
        );
    }
}
